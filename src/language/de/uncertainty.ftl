spread-part = Wie sicher sind die Ergebnisse?
spread-head-central = Zentral
spread-head-mean = Mittelwert
spread-head-median = Median
spread-head-p5 = p5
spread-head-p95 = p95
spread-samples = { $samples } Stichproben ({ $sampler }, Startwert { $seed }) von { $inputs }.
spread-samples-model = { $samples } Stichproben ({ $sampler }, Startwert { $seed }) von Eingaben des Standardmodells: { $model }.
spread-samples-both = { $samples } Stichproben ({ $sampler }, Startwert { $seed }) von { $inputs } sowie von Eingaben des Standardmodells: { $model }.
spread-samples-many = { $samples } Stichproben ({ $sampler }, Startwert { $seed }) von { $count } Eingaben mit Bereich, davon { $model } aus dem Standardmodell.
spread-undefined = { $count ->
    [one] „{ $metric }“ ist in { $text } Stichprobe nicht definiert; sie fehlt in den Angaben dazu.
   *[other] „{ $metric }“ ist in { $text } Stichproben nicht definiert; sie fehlen in den Angaben dazu.
}
spread-overflow = { $count ->
    [one] „{ $metric }“ überschreitet in { $text } Stichprobe die größte darstellbare Zahl (Überlauf); sie fehlt in den Angaben dazu.
   *[other] „{ $metric }“ überschreitet in { $text } Stichproben die größte darstellbare Zahl (Überlauf); sie fehlen in den Angaben dazu.
}
spread-no-value = { $count ->
    [one] „{ $metric }“ ist in { $text } Stichprobe nicht definiert oder größer als die größte darstellbare Zahl (Überlauf); sie fehlt in den Angaben dazu.
   *[other] „{ $metric }“ ist in { $text } Stichproben nicht definiert oder größer als die größte darstellbare Zahl (Überlauf); sie fehlen in den Angaben dazu.
}
spread-outside = Der zentrale Fall liegt außerhalb des 5. bis 95. Perzentils bei { $metrics }.
spread-rank-missed = { $first } und { $second }: angegeben ist die Rangkorrelation { $asked }, erreicht wird { $reached }, weil gleiche Werte keine Rangfolge haben.
spread-slices-lost = Bei so vielen Stichproben liegt wegen der Korrelation nicht mehr in jeder Schicht von { $inputs } genau eine.
spread-holds = { $condition }: gilt in { $share } der Stichproben.
spread-holds-interval = { $condition }: gilt in { $share } der Stichproben (95-%-Intervall { $low } bis { $high } %).
spread-holds-none = { $condition }: gilt in keiner von { $samples } Stichproben; die Wahrscheinlichkeit liegt { $share } (95 % Konfidenz, konservativ).
spread-holds-all = { $condition }: gilt in allen { $samples } Stichproben; die Wahrscheinlichkeit liegt { $share } (95 % Konfidenz, konservativ).
spread-holds-few = { $condition }: gilt in { $count } von { $samples } Stichproben; die Wahrscheinlichkeit liegt bei { $low } bis { $high } % (95 % Konfidenz, konservativ).
spread-holds-all-but-few = { $condition }: gilt in allen bis auf { $count } von { $samples } Stichproben; die Wahrscheinlichkeit liegt bei { $low } bis { $high } % (95 % Konfidenz, konservativ).
spread-percentile-error = Am unsichersten von diesen Perzentilen ist { $metric }, { $percentile }: 95-%-Intervall { $low } bis { $high }.
spread-heavy = Die Standardabweichung ist nicht aufgelöst bei { $metrics }: Wenige extreme Stichproben machen so viel davon aus, dass neue Stichproben sie um mehr als ein Viertel ändern würden. Aussagekräftig sind die Perzentile, nicht der Mittelwert.
share-below = unter { $share } %
share-above = über { $share } %
share-less = weniger als { $share } %
share-more = mehr als { $share } %
sampler-sobol = verwürfelte Sobol-Punkte
sampler-lhs = Latin-Hypercube-Verfahren
sampler-random = Zufallszahlen
standing-not_reached = Von keiner unsicheren Eingabe abhängig: { $metrics }.
standing-constant = In allen Stichproben gleich: { $metrics }.
standing-undefined = In allen Stichproben nicht definiert: { $metrics }.
standing-overflow = In allen Stichproben größer als die größte darstellbare Zahl (Überlauf): { $metrics }.
condition-not_reached = Die Kennzahl hängt von keiner unsicheren Eingabe ab.
condition-constant = Die Kennzahl ist in allen Stichproben gleich.
condition-undefined = Die Kennzahl ist in allen Stichproben nicht definiert.
condition-overflow = Die Kennzahl überschreitet in allen Stichproben die größte darstellbare Zahl (Überlauf).
not-drawn-nothing-uncertain = nichts wird gezogen, denn keine ungewisse Eingabe des Szenarios hat einen Bereich
not-drawn-too-many = das sind mehr Stichproben, als gezogen werden können
not-drawn-interrupted = die Berechnung wurde abgebrochen
not-drawn-none = mindestens eine Stichprobe muss gezogen werden
not-drawn-most = mehr als { $most } Stichproben sind nicht möglich
not-drawn-dimensions = Sobol-Punkte haben höchstens { $most } Dimensionen: mit Latin-Hypercube oder Zufallszahlen geht es
end-unbounded = unbeschränkt
end-no-less = nicht unter { $value }
end-no-more = nicht über { $value }
ranges-pair = { $first } und { $second } { $rank }
ranges-independent = Bereiche reichen vom 5. bis zum 95. Perzentil von { $samples } Stichproben der ungewissen Eingaben, die unabhängig voneinander gezogen sind.
ranges-correlated = Bereiche reichen vom 5. bis zum 95. Perzentil von { $samples } Stichproben der ungewissen Eingaben, mit Rangkorrelationen: { $pairs }.
over-its-range = { $range } in Stichproben
central-outside = Der zentrale Fall liegt außerhalb des Bereichs bei: { $metrics }. An einem Ende steht: { $inputs }.
samples-nothing = Es lassen sich keine Stichproben ziehen, denn keine unsichere Eingabe hat einen Bereich: Einer sind `low`, `mode` und `high` zu geben, etwa { "{" } low = 900, mode = 1_000, high = 1_200, unit = "km", assumed = "Grund" { "}" }.
spread-not-drawn = Nicht gezogen, weil entschieden oder konstant: { $inputs }. Solche Bereiche gelten für Durchläufe, Regler und eine Eingabe nach der anderen.
spread-inputs = { $count } Eingaben
