finding-sizing-proposed = Methoden für { $purpose } verlangen { $low } bis { $high }; vorgeschlagen: { $force }
finding-sizing-range = Methoden für { $purpose } fordern { $low } bis { $high } Kräfte
finding-estimates = { $count } veröffentlichte Schätzungen: { $low } bis { $high } Kräfte
finding-estimates-below = { $count } veröffentlichte Schätzungen: { $low } bis { $high }, davon { $below } unter den vorgeschlagenen { $force }
finding-contributors = { $members ->
    [one] { $members } Truppensteller hält { $number } durch
   *[other] { $members } Truppensteller halten { $number } durch
}
finding-contributors-short = { $members ->
    [one] { $members } Truppensteller hält { $number } von { $proposed } vorgeschlagenen durch
   *[other] { $members } Truppensteller halten { $number } von { $proposed } vorgeschlagenen durch
}
finding-contributors-enough = { $members ->
    [one] { $members } Truppensteller hält { $number } durch, genug für die vorgeschlagenen { $proposed }
   *[other] { $members } Truppensteller halten { $number } durch, genug für die vorgeschlagenen { $proposed }
}
finding-supply = Durchhaltbare Truppe: { $number }; Methoden für { $purpose } verlangen { $low } bis { $high }
finding-supply-one = Durchhaltbare Truppe: { $number }; die Methode für { $purpose } verlangt { $asked }
finding-rotation = Die Rotation entscheidet: durchhaltbar sind { $low } bis { $high }; vorgeschlagen: { $force }
finding-rotation-always = Jede gezeigte Rotation trägt { $force }: mindestens { $low }
finding-rotation-never = Keine gezeigte Rotation trägt { $force }: höchstens { $high }
finding-rotation-range = Je nach Rotation sind { $low } bis { $high } durchhaltbar
finding-build-up = { $force } vor Ort bis Tag { $day }
finding-build-up-transport = Transport allein bringt { $force } bis Tag { $day }; durchhaltbar sind { $sustainable }
finding-build-up-below = Der Aufwuchs endet { $short } unter den vorgeschlagenen { $force }
finding-build-up-long = { $force } nicht binnen { $days } Tagen vor Ort
finding-cost = { $cost } (Grundlage: { $basis }); nach anderen Grundlagen { $between }
finding-cost-chosen = { $cost } (Grundlage: { $basis })
finding-cost-between = { $between }, je nach Grundlage
finding-cost-fund-gone = Der Fonds von { $fund } reicht { $time } (Grundlage: { $basis })
finding-cost-fund-left = { $cost } aus einem Fonds von { $fund } (Dauer: { $duration }; Grundlage: { $basis })
finding-cost-whole = { $cost } (Dauer: { $duration }; Grundlage: { $basis })
finding-spread = { $metric }: { $low } bis { $high } in 90 % der Stichproben
finding-condition = { $condition }: in { $share } der Stichproben
finding-indices = { $input }: erklärt allein { $share } % der Streuung von { $metric }
finding-tornado = { $input } verändert am stärksten: { $metric } von { $low } bis { $high }
finding-break-even = { $subject } erreicht { $target } bei { $at } ({ $input })
finding-break-even-never = { $subject } liegt hier nirgends bei { $target }; am nächsten: { $best } bei { $at } ({ $input })
finding-frontier = { $target } als { $subject }: bei { $at } ({ $across }) braucht es { $needs } ({ $up })
finding-discovery = In { $density } der Stichproben mit { $inputs } wird die Bedingung { $verb }
finding-missions = { $density } { $value }: über { $thinner } von { $all } vergleichbaren früheren Missionen
finding-scatter = { $input }: erklärt { $share } % der Streuung des Logarithmus der Stärke
finding-lines = { $metric }: { $first } bis { $last } für { $input } von { $low } bis { $high }
finding-field = { $metric }: { $low } bis { $high } über { $across } und { $up }
finding-pillar = { $pillar } zählt am meisten für { $metric }: ohne { $to }, mit allen { $from }
finding-pillar-alone = Ohne { $pillar }: { $metric } { $to } statt { $from }
finding-compare = Größter Unterschied: { $metric }, { $one } in A und { $other } in { $letter }
finding-compare-one = { $metric }: { $one } in A und { $other } in { $letter }
finding-waterfall = { $metric }: { $from } in A, { $to } in { $letter }, vor allem durch { $cause } ({ $amount })
threshold = Schwelle: { $value }
