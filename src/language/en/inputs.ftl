# What is said of inputs that the program fills in itself.

assumed-by-coalition = by the coalition chosen; stance: { $stance }
