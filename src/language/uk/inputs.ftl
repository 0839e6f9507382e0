# What is said of inputs that the program fills in itself.

assumed-by-coalition = за обраною коаліцією; позиція: { $stance }
