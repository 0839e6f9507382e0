missions-part = Frühere Missionen
missions-caption = Missionen und ihre Dichten
missions-head-mission = Mission
missions-head-kind = Art
missions-head-year = Jahr
missions-head-strength = Stärke
missions-head-counting = Zählweise
missions-head-confidence = Verlässlichkeit
missions-head-aside = Ausgenommen als
missions-head-density = Dichte
missions-head-count = n
missions-head-min = Min
missions-head-lower = Unteres Quartil
missions-head-median = Median
missions-head-upper = Oberes Quartil
missions-head-max = Max
missions-bands = Bänder; Klassen mit weniger als { $least } Missionen haben keine Quartile
missions-all = alle
missions-another-count = andere Zählung von { $mission }
missions-variants = Andere Zählungen einer Mission, die schon in den Bändern steht, und daher nicht darin: { $missions }.
missions-plans = Pläne und Obergrenzen, nicht in den Bändern (--with-plans zählt sie mit): { $missions }.
missions-lacking = { $count ->
    [one] { $density }: { $count } Mission fehlt eine Angabe; sie steht in keinem Band dazu.
   *[other] { $density }: { $count } Missionen fehlt eine Angabe; sie stehen in keinem Band dazu.
}
missions-apart = { $density }: nicht vergleichbar und in keinem Band dazu: { $missions }.
missions-slope = { $input } (Steigung { $slope }, Standardfehler { $error })
missions-regression = Logarithmus der Stärke über dem Logarithmus von { $inputs }: { $count } Missionen, R² { $fit }. Eine Standardabweichung ist ein Faktor { $scatter } nach oben oder unten; eine aus den übrigen vorhergesagte Mission wird um den Faktor { $off } verfehlt: ein Hinweis auf die Größenordnung, kein Bedarf.
missions-pull = Missionen mit großem Einfluss darauf: { $missions }.
missions-footer = Missionen und Quellen: scenarios/reference_missions.toml. Berechnet mit forcesize.
missions-footer-scenario = Szenario: { $scenario }. Missionen und Quellen: scenarios/reference_missions.toml. Berechnet mit forcesize.
missions-dots = Dichten früherer Missionen nach Art
missions-dots-case = Ein Punkt je Mission, logarithmische Skala; schattiert vom unteren zum oberen Quartil, Strich beim Median, wo eine Art mindestens fünf Missionen hat
missions-this = Dieses Szenario
missions-this-value = Dieses Szenario: { $value }
missions-scatter = Stärke früherer Missionen über { $input }
missions-scatter-case = { $count } Missionen, R² { $fit }; schattiert: wo { $level } von 100 neuen Missionen zu erwarten sind; ein Faktor { $scatter } nach oben oder unten ist eine Standardabweichung
history-part = Im Vergleich zu früheren Missionen
history-lacking = { $count ->
    [one] { $density }: { $count } Mission dieser Art fehlt eine Angabe dafür: { $missions }.
   *[other] { $density }: { $count } Missionen dieser Art fehlt eine Angabe dafür: { $missions }.
}
history-apart = { $density }: nicht vergleichbar: { $missions }.
history-expects = Frühere Missionen mit gleichem Wert ({ $inputs }) hatten etwa { $middle } { $unit }, und { $level } von 100 hätten { $low } bis { $high } (R² { $fit }, { $count } Missionen): was entsandt wurde, nicht was nötig war.
history-none = { $density }: { $value }. Keine frühere Mission der Art { $kinds } hat diese Dichte.
history-band = { $density }: { $value }, das { $percentile }. Perzentil von { $count } Missionen ({ $kinds }); die Hälfte davon hat { $low } bis { $high }, der Median ist { $median }.
history-few = { $density }: { $value }; { $thinner } von { $count } Missionen ({ $kinds }) haben eine geringere Dichte. Sie haben { $low } bis { $high }: zu wenige für Quartile.
history-caption = Nächste Präzedenzfälle, gleich welcher Art
history-head-scenario = Szenario
history-head-nearest = Nächste Missionen
history-head-theirs = Deren Wert
history-head-ratio = Szenario ist
history-denser = { $factor }-mal so dicht
history-thinner = { $factor }-mal so dünn
kind-observation = Beobachtung
kind-interposition = Trennung der Parteien
kind-border = Grenzsicherung
kind-reassurance = Rückversicherung
kind-deterrence = Abschreckung
kind-enforcement = Durchsetzung
kind-stabilisation = Stabilisierung
kind-counterinsurgency = Aufstandsbekämpfung
kind-occupation = Besatzung
confidence-low = gering
confidence-medium = mittel
confidence-high = hoch
status-plan = Plan
status-upper_bound = Obergrenze
