between = { $low } bis { $high }
range-around = { $range } um { $around } ({ $kind })
nothing = nichts
or = { $others } oder { $last }
undefined = nicht definiert
overflow = Überlauf
no-purpose = Das Szenario nennt keinen Zweck; die Zahlen unten hängen davon mehr ab als von jedem Verhältnis.
title-summary = Zusammenfassung
title-charts = Abbildungen
title-care = Vorbehalte
title-metrics = Kennzahlen
title-unavailable = Nicht verfügbar
title-inputs = Eingaben
title-sources = Quellen
no-single-ratio = Kein einzelnes Verhältnis ist eine Antwort: Dichten nach Linie, Fläche und Bevölkerung stehen nebeneinander, jede mit der Stärke, die sie zählt. Die Werte sind auf drei Stellen gerundet.
head-metric = Kennzahl
head-value = Wert
head-unit = Einheit
head-input = Eingabe
head-identifier = Kennung
head-range = Bereich
head-decided-by = Bestimmt durch
head-from = Herkunft
head-percentiles = p5 bis p95
head-formula = Formel
head-meaning = Bedeutung
head-source = Quelle
origin-set = auf der Befehlszeile gesetzt: { $set }
origin-assumed = angenommen: { $why }
origin-sum = Summe über { $parts }
origin-none = keine Quelle genannt
origin-model = Standardmodell: { $from }
set-by-hand = Auf der Befehlszeile gesetzt: { $values }
strength-counted = Stärke: { $rule }
members-of = { $count } im Bereich { $scope }: { $names }
values-of-model = Vorgabewerte gelten für: { $names }
nothing-computed = Aus diesen Eingaben lässt sich nichts berechnen.
metrics-hidden = { $count ->
    [one] { $count } weitere Kennzahl steht im Bericht; `forcesize explain METRIC` zeigt, woher eine Zahl kommt.
   *[other] { $count } weitere Kennzahlen stehen im Bericht; `forcesize explain METRIC` zeigt, woher eine Zahl kommt.
}
lacking = { $count } nicht berechnet (es fehlen Eingaben): { $needs }
lacking-more = { $count } nicht berechnet (es fehlen Eingaben): { $needs } und { $more } weitere; die Seite führt sie auf
catalogue-metrics = KENNZAHLEN (was aus Formeln folgt)
catalogue-inputs = EINGABEN (was ein Szenario oder --set NAME=VALUE angibt)
catalogue-source = Quelle: { $keys }
explained-above = (oben erklärt)
explain-from = Herkunft: { $origin }
explain-note = Anmerkung: { $note }
explain-range = Bereich { $range }
purpose-observation = Beobachtung
purpose-interposition = Trennung der Parteien
purpose-reassurance = Rückversicherung
purpose-deterrence = Abschreckung
purpose-enforcement = Durchsetzung
purpose-stabilisation = Stabilisierung
role-lever = Planer
role-uncertainty = Umstände
role-constant = Konstante
counting-planned = geplant
counting-pledged = zugesagt
counting-authorised = genehmigt
counting-deployed = verlegt
counting-present = anwesend
stance-ready = bereit
stance-open = offen
stance-refuses = lehnt ab
stance-unknown = unbekannt
stance-not-stated = nicht angegeben
distribution-uniform = Gleichverteilung
distribution-triangular = Dreiecksverteilung
distribution-normal = Normalverteilung
distribution-lognormal = Lognormalverteilung
distribution-PERT = PERT-Verteilung
distribution-log-uniform = Log-Gleichverteilung
distribution-choices = Auswahl
distribution-truncated-uniform = gestutzte Gleichverteilung
distribution-truncated-log-uniform = gestutzte Log-Gleichverteilung
distribution-truncated-PERT = gestutzte PERT-Verteilung
distribution-truncated-triangular = gestutzte Dreiecksverteilung
distribution-truncated-normal = gestutzte Normalverteilung
distribution-truncated-lognormal = gestutzte Lognormalverteilung
wrote = geschrieben: { $files }
files-written = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
} in { $folder }
explain-more = { $count ->
    [one] und { $count } weiterer Wert
   *[other] und { $count } weitere Werte
} von { $name }, zusammen { $sum }; --all erklärt sie
more-that-sum = und { $count } weitere, zusammen { $sum }
pair = { $name }: { $what }
table-left-out = Hier aus Platzgründen weggelassen: { $columns }.
report-folded = Tabellen
report-more-said = { $count } weitere Sätze
report-files = Als Tabellen: { $files }.
report-more-charts = Weitere Diagramme: { $charts }.
report-all-metrics = Alle { $count } Kennzahlen mit Formeln und Quellen stehen in [metrics.csv](metrics.csv) und auf der [Seite](report.html).
report-inputs-of-each = Die Eingabewerte je { $scope } stehen auf der [Seite](report.html) und in [results.json](results.json).
report-more-sources = { $count } weitere Quellen für Zahlen einzelner Mitglieder stehen auf der [Seite](report.html).
explain-nothing = Aus den Angaben des Szenarios lässt sich keine Kennzahl berechnen: `forcesize metrics` nennt jede mit ihrer Formel und deren Eingaben.
at-low-end = { $range }, am unteren Ende
at-high-end = { $range }, am oberen Ende
