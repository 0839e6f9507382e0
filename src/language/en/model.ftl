# English texts of the standard model are in the model's own files.

assumed-by-coalition = by the coalition chosen; stance: { $stance }
