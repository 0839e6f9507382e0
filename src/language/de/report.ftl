between = { $low } bis { $high }
range-around = { $range } um { $around } ({ $kind })
nothing = nichts
or = { $others } oder { $last }
undefined = nicht definiert
