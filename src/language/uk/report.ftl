between = від { $low } до { $high }
range-around = { $range } навколо { $around } ({ $kind })
nothing = нічого
or = { $others } або { $last }
undefined = не визначено
