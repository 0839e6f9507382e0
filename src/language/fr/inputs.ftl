# What is said of inputs that the program fills in itself.

assumed-by-coalition = par la coalition choisie ; position : { $stance }
