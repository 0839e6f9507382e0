between = { $low } à { $high }
range-around = { $range } autour de { $around } ({ $kind })
nothing = rien
or = { $others } ou { $last }
undefined = non défini
