compare-part = Szenarien nebeneinander
compare-head-scenario = Szenario
compare-head-title = Titel
compare-head-difference = Differenz
compare-head-ratio = Verhältnis
compare-head-cause = Ursache
compare-head-adds = Beitrag
compare-head-share = Anteil
compare-head-change = A zu { $letter }
compare-set = { $title } (gesetzt: { $values })
compare-not-given = nicht angegeben
compare-assumed = angenommen
compare-inputs = Eingaben, die sich unterscheiden
compare-inputs-more = Eingaben, die sich unterscheiden; { $count } weitere von Mitgliedern von Gruppen in compare_inputs.csv
compare-metrics-of-two = Kennzahlen; Differenz und Verhältnis zu A
compare-metrics = Kennzahlen
compare-differences = Differenz zu A und Verhältnis dazu
compare-ranges = Extreme: der kleinste und der größte Wert über die angegebenen Bereiche aller Eingaben
compare-percentiles = Bereiche, 5. bis 95. Perzentil der Stichproben
compare-why = Warum sich { $letter } von A unterscheidet: was die Änderung jeder Eingabe zur Differenz beiträgt
compare-others = { $count } andere Eingaben zusammen
compare-model = Formeln oder Eingaben, die nur eines hat
compare-undefined-here = { $letter } definiert sie nicht
compare-lacks = { $letter } fehlt { $needs }
compare-dimension = in { $letter } wird etwas anderes gemessen als in A
compare-no-value-both = kein Wert in A und in { $letter }
compare-no-value = kein Wert in { $letter }
compare-on-the-way = kein Wert mit { $inputs } wie in { $letter } und dem Rest wie in A
compare-nothing-differs = Die Szenarien unterscheiden sich in keiner Eingabe und keiner Kennzahl.
compare-no-metric-differs = Keine Kennzahl unterscheidet sich.
compare-shapley = Erklärt wird durch den Shapley-Wert: was die Änderung einer Eingabe beiträgt, gemittelt über alle Reihenfolgen, in denen sich die Eingaben ändern können; die Anteile ergeben zusammen die Differenz.
compare-grouped = Über { $most } Ursachen hinaus werden die Eingaben zusammengefasst, die die Kennzahl allein oder als letzte am wenigsten ändern: { $inputs }.
compare-cannot = { $metric }: A und { $letter } sind nicht vergleichbar: { $reason }.
compare-same = { $metric }: in { $letter } wie in A.
compare-mainly = { $all ->
    [one] { $letter } unterscheidet sich von A vor allem durch { $cause }.
   *[other] { $letter } unterscheidet sich von A vor allem durch { $cause }: die größte Ursache bei { $count } von { $all } Kennzahlen.
}
compare-several = { $letter } unterscheidet sich von A aus mehreren Gründen; die größten Ursachen bei { $all } Kennzahlen sind { $causes }.
compare-cause-named = { $cause } ({ $change })
compare-cause-counted = { $cause } bei { $count }
compare-cause = { $amount } durch { $cause }
compare-cause-change = { $amount } durch { $cause } ({ $change })
compare-rest = { $amount } durch { $count } weitere
compare-higher = { $metric }: in { $letter } um { $difference } höher als in A ({ $to } gegenüber { $from }): { $causes }.
compare-lower = { $metric }: in { $letter } um { $difference } niedriger als in A ({ $to } gegenüber { $from }): { $causes }.
compare-footer = Szenarien: { $scenarios }. Quellen: { $sources }. Berechnet mit forcesize.
compare-footer-set = Szenarien: { $scenarios }, mit von Hand gesetzten Werten. Quellen: { $sources }. Berechnet mit forcesize.
compare-case-samples = Zentraler Fall; schraffiert: womit die anderen verglichen werden; Spannen: 5. bis 95. Perzentil der Stichproben
compare-case-central = Zentraler Fall; schraffiert: womit die anderen verglichen werden
compare-slope = Kennzahlen in Prozent des ersten Szenarios
compare-slope-case = Zentraler Fall
compare-slope-case-more = { $count ->
    [one] Zentraler Fall; { $count } Kennzahl steht nur in der Tabelle
   *[other] Zentraler Fall; { $count } Kennzahlen stehen nur in der Tabelle
}
compare-waterfall = Warum sich { $metric } unterscheidet: { $one } und { $other }
compare-waterfall-case = Was die Änderung jeder Eingabe beiträgt, gemittelt über alle Reihenfolgen der Änderungen (Shapley-Wert)
compare-waterfall-spoken = Von { $from } bis { $to }: { $steps }
pillars-part = Worauf der Plan ruht
pillars-none = Keine davon
pillars-all = Alle
pillars-head = Vorhanden
pillars-matrix = Kennzahlen mit und ohne jede Säule
pillars-shares = Was jede Säule von keiner bis zu allen beiträgt, gemittelt über alle Reihenfolgen (Shapley-Wert)
pillars-change = { $input } { $without } statt { $with }
pillars-without = Ohne { $pillar }: { $changes }. { $note }
pillars-smaller = Nennen zwei Säulen dieselbe Eingabe und fehlen beide, so gilt der kleinere Wert.
pillars-case = { $title }; zentraler Fall. Voller Punkt: Die Säule ist vorhanden. Stärker getönt: weiter entfernt vom Fall mit allen Säulen, mit ▲ darüber, mit ▼ darunter
pillars-case-ranges = { $title }; zentraler Fall. Voller Punkt: Die Säule ist vorhanden. Stärker getönt: weiter entfernt vom Fall mit allen Säulen, mit ▲ darüber, mit ▼ darunter; klein: 5. bis 95. Perzentil
pillars-nothing = keine
pillars-and-more = { $low } und mehr
pillars-nothing-left = „keine“ steht, wo nichts bleibt, durch das zu teilen wäre: Keine noch so große Zahl wäre richtig.
pillars-case-more = { $count ->
    [one] { $case }; die Tabelle hat eine weitere Kennzahl
   *[other] { $case }; die Tabelle hat { $count } weitere Kennzahlen
}
pillars-case-nothing = { $case }; „keine“: Es bleibt nichts, durch das zu teilen wäre
compare-change = von { $from } auf { $to }
pillars-not-stated = Das Szenario nennt nichts, worauf es beruht: Anzugeben ist [[pillar]] mit `label` und `without`, den Eingaben ohne diese Säule.
