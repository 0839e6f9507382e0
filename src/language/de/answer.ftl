answer-how-thick = WIE DICHT
answer-how-many = WIE VIELE
answer-yardstick = MASSSTAB
answer-history = GESCHICHTE
answer-sustainable = DURCHHALTBAR?
answer-in-place = VOR ORT
answer-cost = KOSTEN
answer-how-sure = WIE SICHER
answer-careful = VORBEHALTE
answer-read-on = WEITERLESEN
answer-about = { $purpose }; { $force }
answer-no-purpose = kein Zweck genannt
answer-proposed = vorgeschlagen: { $forces }
answer-no-force-beside = keine Stärke vorgeschlagen; verglichen mit den anderen, die dort stehen: { $others }
answer-no-force = keine Stärke vorgeschlagen: gefragt ist, wie viele
answer-force = { $number } ({ $name })
answer-forces = { $force } neben { $others }
answer-met-in = erfüllt in { $share }
answer-short-but = { $short } zu wenig, erfüllt in { $share }
answer-counted = Verglichen mit allen Kräften, die sie zählen, { $forces }: { $methods }.
answer-differ = Die Methoden für { $purpose } liegen um den Faktor { $factor } auseinander: zuerst den Auftrag klären.
answer-none-meant = Keine Methode für { $purpose } lässt sich berechnen; der nächsten fehlt { $needs }.
answer-none = Keine Methode lässt sich berechnen; der nächsten fehlt { $needs }.
answer-none-at-all = Keine Methode lässt sich berechnen.
answer-more-methods = { $count } weitere: { $command }
answer-the-yardstick = Der Maßstab
answer-at-this-size = { $name } auf diese Größe übertragen: { $parts }.
answer-rank = { $density }: { $rank }.
answer-had-one = { $density }: frühere Missionen ({ $kinds }) sind nur an 1 Ort bekannt, mit { $median } { $unit }.
answer-had = { $density }: frühere Missionen ({ $kinds }) hatten { $low } bis { $high } { $unit }, Median { $median }, an { $places ->
    [one] { $places } Ort
   *[other] { $places } Orten
}.
answer-yes = Ja
answer-no = Nein
answer-unsure = Nicht sicher
answer-supply-lacks = nicht berechnet: es fehlt { $needs }
answer-no-contributors = nicht gefragt: das Szenario nennt keine Truppensteller
answer-no-build-up = nicht berechnet: das Szenario nennt keine Verlegerate
answer-sustainable-by = ; die durchhaltbaren { $force } bis Tag { $day }.
answer-cost-chosen = { $number }, Grundlage: { $basis }.
answer-cost-others = Nach anderen Grundlagen { $between }.
answer-no-cost = nicht berechnet: das Szenario nennt keine Kosten je Soldatenjahr
answer-condition-met = { $condition }: im zentralen Fall erfüllt.
answer-condition-not-met = { $condition }: im zentralen Fall nicht erfüllt.
answer-only-levers = Nichts wird gezogen: Keine unsichere Eingabe hat einen Bereich (mit `role = "uncertainty"` wird eine Eingabe gezogen).
answer-nothing-drawn = Keine Spannen: kein unsicherer Eingabewert hat eine.
answer-condition = { $condition }: in { $share } der Stichproben.
answer-more-conditions = { $count ->
    [one] { $count } weitere Bedingung steht im Bericht.
   *[other] { $count } weitere Bedingungen stehen im Bericht.
}
answer-reaches = { $subject } erreicht { $target } bei { $at } ({ $input }).
answer-share = { $input } ({ $share } %)
answer-mainly = Die Streuung von { $metric } kommt vor allem von { $inputs }.
answer-assumed = { $count ->
    [one] { $count } Zahl ist angenommen.
   *[other] { $count } Zahlen sind angenommen.
}
answer-density = { $name } { $number }
answer-ended = { $text }.
answer-by = { $number } ({ $by })
answer-sustained = { $members ->
    [one] { $members } Truppensteller hält { $number } durch
   *[other] { $members } Truppensteller halten { $number } durch
}
answer-all = Alle { $count }: { $all }
answer-to-spare = { $amount } übrig
answer-to-spare-in = { $amount } übrig, genug in { $share } der Stichproben
answer-short = { $amount } zu wenig
answer-short-in = { $amount } zu wenig, genug in { $share } der Stichproben
answer-by-day-alone = Tag { $day }, wenn nur der Transport begrenzt.
answer-no-delays = ; nicht angegebene Fristen zählen nicht.
answer-by-day-cases = Tag { $day }, wenn nur der Transport begrenzt (schneller Fall: { $fast }; langsamer Fall: { $slow }).
answer-by-day = Tag { $day }, wenn nur der Transport begrenzt ({ $fast } bis { $slow }).
answer-without-value-one = { $metric } in { $share } der Stichproben
answer-without-value = Ohne Wert (nicht in den Spannen, als nicht erfüllt gezählt): { $metrics }.
answer-ranges-independent = Stichproben: 5.–95. Perzentil von { $samples }, Eingaben unabhängig.
answer-ranges-correlated = Stichproben: 5.–95. Perzentil von { $samples }; Rangkorrelationen: { $pairs }.
answer-low-end = { $input }, { $value } (unten)
answer-high-end = { $input }, { $value } (oben)
answer-outside = In Stichproben { $ranges }.
answer-outside-since = In Stichproben { $ranges }: { $inputs } { $count ->
    [one] liegt an oder nahe einem Ende des Bereichs.
   *[other] liegen an oder nahe einem Ende ihrer Bereiche.
}
answer-span = { $range } bei { $values }
answer-span-of = { $range } bei { $values } ({ $lever })
answer-range-low = am unteren Ende von { $range } in Stichproben
answer-range-high = am oberen Ende von { $range } in Stichproben
answer-range = { $range } in Stichproben
answer-none-for = Keine Methode ist für { $purpose } gedacht.
answer-own-figures = EIGENES
