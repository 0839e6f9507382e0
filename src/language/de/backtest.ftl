backtest-part = Was Regeln bisher getaugt haben
backtest-caption = Jede Gruppe wird aus den anderen Gruppen vorhergesagt. Die Güte sagt, um wie viel das besser war als der Anteil der Ereignisse in den anderen Gruppen (Brier), mit einem 95-%-Intervall aus neu gezogenen Gruppen. Richtung: wie oft ein Fall mit dem Ereignis den Wert hatte, den die Regel dafür erwartet (0,5 ist Zufall).
backtest-rivals-caption = Einfache Rivalen an denselben Fällen, jeder für sich, und was die Regel dazu beiträgt.
backtest-said-caption = Regeln, wie sie gesagt werden, neben der Ansage immer des häufigeren Ausgangs.
backtest-head-rule = Regel
backtest-head-cases = Fälle (Gruppen)
backtest-head-events = Ereignisse
backtest-head-skill = Güte
backtest-head-in-sample = An eigenen Fällen
backtest-head-direction = Richtung
backtest-head-log = Log-Wert (Basis)
backtest-head-calibration = Kalibrierung
backtest-head-coefficient = Koeffizient
backtest-head-influence = Einflussreichste Gruppe
backtest-head-rival = Rivale
backtest-head-alone = Güte allein
backtest-head-adds = Die Regel trägt bei
backtest-head-said = Regel, wie sie gesagt wird
backtest-head-right = Richtig
backtest-head-commoner = Häufigerer Ausgang
backtest-head-gain = Unterschied
backtest-head-missed = Verpasst
backtest-head-alarms = Falscher Alarm
backtest-groups = { $cases } ({ $groups })
backtest-not-scored = nicht bewertet
backtest-beside-base = { $own } ({ $base })
backtest-without = { $group }: ohne sie { $moved }
backtest-clean = trennt sauber
backtest-flat = schwankt kaum
backtest-with = { $rule }, mit { $beside }
backtest-said-above = Ereignis ab { $amount }
backtest-said-below = Ereignis unter { $amount }
count-cases = { $count ->
    [one] 1 Fall
   *[other] { $count } Fälle
}
count-missions = { $count ->
    [one] 1 Mission
   *[other] { $count } Missionen
}
count-battles = { $count ->
    [one] 1 Gefecht
   *[other] { $count } Gefechte
}
count-occupations = { $count ->
    [one] 1 Besetzung
   *[other] { $count } Besetzungen
}
count-months = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
}
backtest-skill = { $rule }: Die Vorhersagen sind besser als der Anteil der Ereignisse allein; Güte { $skill } ({ $cases }, { $groups } Gruppen).
backtest-unclear = { $rule }: Eine Güte lässt sich nicht zeigen, { $skill } ({ $cases }, { $groups } Gruppen).
backtest-worse = { $rule }: Die Vorhersagen sind schlechter als der Anteil der Ereignisse allein; Güte { $skill } ({ $cases }, { $groups } Gruppen).
backtest-too-few = { $rule }: Dazu lässt sich nichts sagen; { $cases }, davon { $events } mit dem Ereignis (Gruppen: { $groups }), sind zu wenig.
backtest-no-event = { $rule }: Dazu lässt sich nichts sagen; { $cases }, das Ereignis kam in keinem Fall.
backtest-all-events = { $rule }: Dazu lässt sich nichts sagen; { $cases }, das Ereignis kam in jedem Fall.
backtest-rival = Der Rivale „{ $rival }“ allein ist besser: { $skill }.
backtest-as-said = Wie sie gesagt wird, hatte die Regel in { $hits } der Fälle recht, nicht öfter als die Ansage immer des häufigeren Ausgangs ({ $base }).
backtest-nearest = Am nächsten an { $value } hier, nach { $rule }: { $cases }.
backtest-nearest-with = { $name } { $number }, mit dem Ereignis
backtest-nearest-without = { $name } { $number }, ohne
backtest-about = Bei weniger als { $least } Ereignissen, { $least } Fällen ohne Ereignis oder { $groups } Gruppen wird nichts bewertet.
backtest-care = Das sind Zusammenhänge: Große Kräfte gehen dorthin, wo es brennt, und die Tabellen zeigen, was geschah, nicht was mit anderen Kräften geschehen wäre. Hilfe dazu: forcesize help track-record
backtest-cite = Daten: { $cite }.
backtest-footer = Daten: { $cite }
backtest-alone = { $rival } allein
backtest-group = { $rule } ({ $cases }, { $events } mit dem Ereignis)
backtest-skill-case = { $title }; jede Gruppe aus den anderen vorhergesagt; Linien: 95-%-Intervalle neu gezogener Gruppen
backtest-skill-axis = Güte
backtest-base = nicht besser als der Anteil der Ereignisse
backtest-some-rules = { $count } von { $all } Regeln
finding-backtest-ahead = Besser als der Anteil der Ereignisse und als jeder einfache Rivale: { $rules }
finding-backtest-behind = Keine Regel ist zugleich besser als der Anteil der Ereignisse und ihren einfachen Rivalen voraus
finding-backtest-better = Besser als der Anteil der Ereignisse: { $rules }
finding-backtest-no-better = Von keiner Regel zeigt sich, dass sie besser ist als der Anteil der Ereignisse
backtest-came = eingetroffen
backtest-right = wie vorhergesagt
backtest-reliability = Wie Vorhersagen eintrafen: { $rule }
backtest-reliability-case = { $bins } Klassen gleicher Größe; Ereignis: { $event }; Fläche: 95-%-Intervall unabhängiger Fälle
backtest-forecast-axis = Vorhersage aus den anderen Gruppen
backtest-came-axis = Anteil mit dem Ereignis
backtest-with-event = mit dem Ereignis ({ $count })
backtest-without-event = ohne das Ereignis ({ $count })
backtest-support = An welchen Werten die Regeln bewertet wurden
backtest-support-case = { $title }; ein Punkt je Fall, höchstens 200 je Zeile; Kasten: Quartile ab zehn Fällen
badge-never = nie geprüft
badge-skill = { $cases }: Güte { $skill }
badge-rival = { $cases }: Güte { $skill }, „{ $rival }“ allein ist besser
badge-no-failure = { $cases } ohne Scheitern: dazu lässt sich nichts sagen
badge-few = { $cases }, davon { $events } mit dem Ereignis: dazu lässt sich nichts sagen
badge-low = so niedrig war der Wert in { $count } von { $cases }
badge-high = so hoch war der Wert in { $count } von { $cases }
badge-inside = innerhalb der Daten
badge-of = { $label }: { $badge }
badge-and = { $badge }; { $support }
badge-head = Bilanz
badge-care = Eine Bilanz sagt, was das eigene Verhältnis der Methode über die Fälle anderer vorhergesagt hätte: Zusammenhänge aus wenigen, ausgewählten Fällen. Hilfe dazu: forcesize help track-record
outcome-held = damals und danach ruhig
outcome-ended = damals aktiv, danach ruhig
outcome-continued = damals und danach aktiv
outcome-resumed = damals ruhig, danach aktiv
outcome-not-coded = nicht kodiert
missions-head-outcome = Konflikt bei der Zählung und danach
outcome-missions = Was auf jede Zählung folgte, ist aus Daten anderer kodiert: Aktiv ist ein Konflikt mit 25 oder mehr Gefallenen im Jahr. Was die Mission bewirkte, ist damit nicht gesagt.
outcome-nearest = Wie es nach den nächstliegenden Missionen weiterging: { $missions }.
outcome-of = { $mission }: { $outcome }
sizing-head-beside = Anteil in { $data } (Intervall, Fälle)
sizing-in-other = { $share } ({ $interval }, { $cases })
sizing-disagree = An { $cases } aus { $data } haben diese Anteile die Güte { $skill }, an ihren eigenen Fällen { $own }: Was die eine Sammlung über eine Klasse sagt, lässt sich auf die andere nicht übertragen. Beide gehen auf dieselben Historiker zurück und sind daher nicht unabhängig.
answer-tested = Bilanz: { $badges }.
outcome-war = { $outcome }, ein Krieg
missions-head-years = Jahre danach
missions-head-conflicts = Konflikt, oder warum nicht kodiert
answer-none-tested = keine der { $count } Methoden wurde je geprüft
answer-others-untested = { $count ->
    [one] die andere nie geprüft
   *[other] die anderen { $count } nie geprüft
}
missions-head-pooled = Zusammengefasst (95 %)
missions-pooled = Teilweise Zusammenfassung: Eine Art mit wenigen Missionen leiht sich bei allen (Orte innerhalb der Arten, Logarithmen; 95-%-Intervall des Mittels der Art). Sie steht neben den Medianen der eigenen Orte, und keine Stichprobe stammt aus ihr.
build-up-history = { $count } UN-Missionen in Afrika, begonnen { $from } bis { $to }, hatten die Hälfte ihres Höchststands der ersten zwei Jahre im Mittel nach { $half } Monaten und neun Zehntel nach { $most } ({ $half_ends } und { $most_ends }; { $cite }). Gemeint ist der entsandte Höchststand, nicht die genehmigte Stärke.
badge-head-of = Ihr Verhältnis an
badge-head-here = Dieses Szenario
