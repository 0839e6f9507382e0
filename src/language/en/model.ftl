# English texts of the standard model are in the model's own files.
