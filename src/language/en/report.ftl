between = { $low } to { $high }
range-around = { $range } around { $around } ({ $kind })
nothing = nothing
or = { $others } or { $last }
undefined = undefined
