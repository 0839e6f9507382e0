missions-part = Frühere Missionen
missions-caption = Missionen und ihre Dichten
missions-head-mission = Mission
missions-head-place = Ort
missions-head-kind = Art
missions-head-year = Jahr
missions-head-strength = Stärke
missions-head-counting = Zählweise
missions-head-confidence = Verlässlichkeit
missions-head-aside = Ausgenommen als
missions-head-density = Dichte
missions-head-count = Missionen
missions-head-places = Orte
missions-head-min = Kleinste
missions-head-lower = Unteres Quartil (95 %)
missions-head-median = Median
missions-head-upper = Oberes Quartil (95 %)
missions-head-max = Größte
missions-bands = Dichten vom kleinsten bis zum größten Wert. Ein Ort zählt einmal, mit dem Mittel der Logarithmen seiner Werte: Median und Quartile gelten für Orte. Quartile ab { $least } Orten; in Klammern ihr Intervall aus wiederholt gezogenen Orten.
missions-all = alle
missions-another-count = andere Zählung von { $mission }
missions-counted = { $entries } Einträge; verglichen werden davon { $missions } Missionen an { $places } Orten.
missions-own = Nicht verglichen, weil das Szenario eine davon ist oder sie am selben Ort waren: { $missions }.
missions-variants = Zweite Zählungen einer Mission, die schon verglichen wird, und daher ausgelassen: { $missions }.
missions-plans = { $count ->
    [one] { $count } Plan oder Obergrenze ist keine vergangene Mission und ausgelassen (--with-plans zählt mit): { $missions }.
   *[other] { $count } Pläne und Obergrenzen sind keine vergangenen Missionen und ausgelassen (--with-plans zählt sie mit): { $missions }.
}
missions-authorised = { $count ->
    [one] Bei { $count } verglichenen Mission ist die Stärke die genehmigte, die sie vielleicht nicht erreicht hat: { $missions }.
   *[other] Bei { $count } verglichenen Missionen ist die Stärke die genehmigte, die sie vielleicht nicht erreicht haben: { $missions }.
}
missions-lacking = { $count ->
    [one] { $density }: { $count } Mission fehlt eine Angabe; sie wird darin nicht verglichen.
   *[other] { $density }: { $count } Missionen fehlt eine Angabe; sie werden darin nicht verglichen.
}
missions-apart = { $density }: nicht vergleichbar und daher ausgelassen: { $missions }.
missions-slope = { $input } (Steigung { $slope }, Standardfehler { $error })
missions-regression = Logarithmus der Stärke über dem Logarithmus von { $inputs }: { $count } Missionen an { $places } Orten, R² { $fit }. Standardfehler nach Orten gebündelt. Eine Standardabweichung ist ein Faktor { $scatter } nach oben oder unten; ein aus den übrigen vorhergesagter Ort wird um den Faktor { $off } verfehlt: ein Hinweis auf die Größenordnung, kein Bedarf.
missions-pull = Orte mit großem Einfluss darauf: { $places }.
missions-nothing = Stärke und { $inputs }: Die Eingaben sagen nichts über die Stärke (R² { $fit }, p { $p } über die Orte; { $count } Missionen an { $places } Orten).
missions-footer = Quellen: bei jeder Mission in der Liste der Missionen. Berechnet mit forcesize.
missions-footer-scenario = Szenario: { $scenario }. Quellen: bei jeder Mission in der Liste der Missionen. Berechnet mit forcesize.
missions-dots = Dichten früherer Missionen nach Art
missions-row = { $kind } ({ $count }; { $places } { $places ->
    [one] Ort
   *[other] Orte
})
missions-dots-case = Ein Punkt je Mission, logarithmische Skala; schattiert vom unteren zum oberen Quartil der Orte, Strich bei ihrem Median, wo eine Art mindestens zehn Orte hat
missions-this = Dieses Szenario
missions-this-value = Dieses Szenario: { $value }
missions-scatter = Stärke früherer Missionen über { $input }
missions-scatter-case = { $count } Missionen an { $places } Orten, R² { $fit }; schattiert: wo { $level } von 100 neuen Missionen zu erwarten sind; ein Faktor { $scatter } nach oben oder unten ist eine Standardabweichung
missions-drawn = vom kleinsten bis zum größten Wert von { $missions } früheren Missionen an { $places } Orten ({ $kinds }), jeder Ort gleich wahrscheinlich, im zentralen Fall der Median der Orte: was entsandt wurde, nicht was nötig war
history-part = Im Vergleich zu früheren Missionen
history-lacking = { $count ->
    [one] { $density }: { $count } Mission dieser Art fehlt eine Angabe dafür: { $missions }.
   *[other] { $density }: { $count } Missionen dieser Art fehlt eine Angabe dafür: { $missions }.
}
history-apart = { $density }: nicht vergleichbar: { $missions }.
history-expects = Eine Regression auf { $inputs } über { $count } frühere Missionen an { $places } Orten ergibt hier etwa { $middle } { $unit }, und { $low } bis { $high } für { $level } von 100 neuen Missionen (R² { $fit }): was entsandt wurde, nicht was nötig war.
history-beyond = „{ $input }“ liegt außerhalb dessen, was sie hatten ({ $ends }): eine Extrapolation.
history-none = { $density }: { $value }. Von keiner früheren Mission der Art { $kinds } ist sie bekannt.
history-stands = { $density }: { $value }, { $rank }.
history-rank-among = dichter als { $thinner } von { $count } Missionen ({ $kinds }; { $places } { $places ->
    [one] Ort
   *[other] Orte
})
history-rank-above = { $count ->
    [one] dichter als die einzige Mission ({ $kinds })
    [2] dichter als beide Missionen ({ $kinds }; { $places } { $places ->
        [one] Ort
       *[other] Orte
    })
   *[other] dichter als alle { $count } Missionen ({ $kinds }; { $places } { $places ->
        [one] Ort
       *[other] Orte
    })
}
history-rank-below = { $count ->
    [one] weniger dicht als die einzige Mission ({ $kinds })
    [2] weniger dicht als beide Missionen ({ $kinds }; { $places } { $places ->
        [one] Ort
       *[other] Orte
    })
   *[other] weniger dicht als alle { $count } Missionen ({ $kinds }; { $places } { $places ->
        [one] Ort
       *[other] Orte
    })
}
history-quartiles = Quartile der Orte: { $low } und { $high }, in Klammern ihre 95-%-Intervalle; Median { $median }.
history-few = Kleinster bis größter Wert: { $low } bis { $high }; zu wenige Orte für Quartile.
history-own = Das Szenario ist { $mission } selbst; nicht verglichen wird es mit: { $missions }.
history-caption = Nächste Präzedenzfälle gleich welcher Art, je Ort einer
history-head-scenario = Szenario
history-head-nearest = Nächste Missionen
history-head-theirs = Deren Wert
history-head-ratio = Szenario ist
history-as-dense = etwa so dicht
history-denser = { $factor }-mal so dicht
history-thinner = { $factor }-mal weniger dicht
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
missions-head-naval = Auf See
missions-head-counts = Wer gezählt ist
missions-counts-caption = Wer in der Stärke gezählt ist, soweit die Quelle es sagt; Polizei gesondert
history-plans = { $count ->
    [one] Ausgelassen ist { $count } Eintrag dieser Art, weil ein Plan oder eine Obergrenze keine vergangene Mission ist: { $missions }.
   *[other] Ausgelassen sind { $count } Einträge dieser Art, weil Pläne und Obergrenzen keine vergangenen Missionen sind: { $missions }.
}
history-authorised = { $count ->
    [one] In dieser Art ist { $count } Stärke die genehmigte, die die Mission vielleicht nicht erreicht hat: { $missions }.
   *[other] In dieser Art sind { $count } Stärken die genehmigten, die die Missionen vielleicht nicht erreicht haben: { $missions }.
}
history-nothing = Das Szenario hat keine Dichte, die sich mit diesen Missionen vergleichen ließe: Anzugeben sind die Truppe und die Linie, die Fläche oder die Bevölkerung.
observed-title = Beobachtet: { $title }.
observed-group = { $count ->
    [one] 1 Mission { $group }: { $median } ({ $cases }).
   *[other] { $count } Missionen { $group }: { $low } bis { $high }, Median { $median } ({ $cases }).
}
observed-case = { $name } { $year }: { $number }
observed-own = Hier { $value }: { $below } der { $count } hatten weniger.
observed-derivation = So ermittelt: { $derivation }
observed-group-on-a-line = an einer Linie
observed-group-elsewhere = anderswo
fact-site_spacing = von einem Standort einer Mission zum nächsten, Median des letzten kartierten Jahres
fact-site_spacing-derivation = Ein Standort je Ortsname, dann je Koordinate auf 0,001 Grad; Entfernungen auf dem Großkreis. Alle Missionen mit mindestens vier Standorten von Soldaten im letzten kartierten Jahr; welche davon an einer Linie zwischen zwei Seiten standen, ist unser eigenes Urteil.
fact-site_spacing-note = Standorte sind keine Posten: Von ihnen gehen Patrouillen aus.
