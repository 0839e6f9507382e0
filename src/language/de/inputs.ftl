# What is said of inputs that the program fills in itself.

assumed-by-coalition = durch die gewählte Koalition; Haltung: { $stance }
