page-skip = Zum Bericht springen
page-contents = Inhalt
page-try = Andere Zahlen ausprobieren
page-made-of = Dateien und Versionen
page-made-of-files = Version, Szenario, Dateien mit ihren Prüfsummen, auf der Befehlszeile gesetzte Werte
page-central = zentraler Fall
page-central-case = zentraler Fall { $value }
page-chart = Abbildung: { $title }
page-table = Tabelle
page-numbers = Die Zahlen dieses Diagramms
page-odd-people = { $name }: { $value } sind mehr Menschen, als es gibt.
page-odd-share = { $name }: { $value } sind mehr Soldaten als Einwohner.
page-odd-density = { $name }: { $value } ist dichter, als Menschen stehen können.
page-unwatched = Das Szenario wird nicht mehr beobachtet; die Seite bleibt, wie sie ist.
page-rest = Sätze und Tabellen
page-rest-charts = Diagramme, die nicht folgen
page-rows = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
page-footer = Berechnet mit forcesize. Diese Seite lädt nichts und sendet nichts.
page-moved = Geänderte Zahlen
page-moved-none = Keine Eingabe geändert
page-moved-count = { $count ->
    [one] { $shown } Eingabe geändert
   *[other] { $shown } Eingaben geändert
}
page-moved-line = { $count }: { $list }. Was mit { $badge } gekennzeichnet ist, ändert sich nicht mit.
page-reset-all = Alles zurücksetzen
page-reset = { $label } zurücksetzen
page-back = Zurück zum zentralen Fall
page-reset-done = Alle Eingaben stehen wieder auf dem zentralen Fall.
page-no-script = Ohne Skripte zeigt die Seite die Zahlen des zentralen Falls.
page-levers = Stellgrößen: was der Planer entscheidet
page-uncertain = Ungewiss: was die Umstände bestimmen
page-of-each = Einzelwerte: { $scope }
page-slider = { $label }, Schieberegler
page-nothing-to-move = Dieses Szenario hat keine Eingabe, die sich bewegen ließe.
page-range = { $range }; zentraler Fall { $value }
page-range-share = kein Bereich angegeben, daher 0 bis { $high }; zentraler Fall { $value }
page-range-free = kein Bereich angegeben, daher ein Fünftel bis das Fünffache: { $range }; zentraler Fall { $value }
page-range-none = kein Bereich angegeben; zentraler Fall { $value }
page-results = Ergebnisse
page-headlines = Die wichtigsten Zahlen
page-supply = Durchhaltbar neben der vorgeschlagenen Stärke
page-sure = Wie sicher: Anteil der Stichproben
page-conditions = Bedingungen
page-condition = Bedingung
page-answer = Antwort
page-holds = erfüllt
page-fails = nicht erfüllt
page-required = Bedarf neben den gezählten Kräften
page-required-bars = Jeder Balken reicht von den Kräften, die die Methode zählt (am Strich), bis zu dem, was sie verlangt; rechts ist mehr. Logarithmische Skala.
page-method = Methode
page-personnel = Personal
page-margin = Abstand
page-not-meant = (nicht für den Zweck gedacht)
page-ratio = Verhältnis
page-take = Diese Zahlen mitnehmen
page-print = Drucken oder als PDF speichern
page-command = Dasselbe auf der Befehlszeile
page-copy = Als --set kopieren
page-copied = Der Befehl ist kopiert.
page-selected = Der Befehl ist markiert: mit der Tastatur kopieren.
page-scenario = Als eigenes Szenario, das dieses erweitert
page-download = Als scenario.toml herunterladen
page-saving = { $file } wird gespeichert.
page-file-remark = Von Hand gesetzte Werte aus dem Bericht { $name }: Sie stehen fest, ohne Bereich.
page-file-beside = Diese Datei gehört in den Ordner der Datei, die sie erweitert.
page-file-assumed = von Hand im Bericht gesetzt
page-positive = muss größer als null sein
page-non-negative = muss null oder größer sein
page-share = muss zwischen 0 und 1 (100 %) liegen
page-too-large = ist zu groß
page-no-number = hier gehört eine Zahl hin
page-sorted-up = Sortiert nach { $head }, aufsteigend.
page-sorted-down = Sortiert nach { $head }, absteigend.
page-metrics = { $count ->
    [one] { $count } Kennzahl mit ihrer Formel, den Zahlen darin, ihrem Ergebnis und ihren Quellen. Ein Klick klappt sie auf.
   *[other] { $count } Kennzahlen, jede mit ihrer Formel, den Zahlen darin, ihrem Ergebnis und ihren Quellen. Ein Klick klappt eine auf.
}
page-find = Kennzahlen, Eingaben und Quellen suchen
page-found = { $count } von { $all }
page-unfold = Alle aufklappen
page-fold = Alle zuklappen
page-source = Quelle: { $origin }.
page-standard-model = Standardmodell
page-metrics-of = Kennzahlen im Einzelnen: { $scope }
page-inputs-of = Eingaben im Einzelnen: { $scope }
page-metric-of = { $metric } im Einzelnen: { $scope }
page-values = { $count ->
    [one] { $count } Wert
   *[other] { $count } Werte
}
page-with-numbers = Mit Zahlen
page-needs = { $metric } ({ $id }): benötigt { $needs }
page-assumptions = Annahmen
page-assumptions-why = Diese Angaben stützen sich auf keine Quelle; der Grund steht daneben.
page-what = Was
page-value-or-formula = Wert oder Formel
page-why = Warum
page-all-sourced = Jede Eingabe hat eine Quelle.
page-no-sources = Das Szenario nennt keine.
page-central-only = Nur zentraler Fall: eingeklappt, solange Zahlen verändert sind.
page-own-samples = ≈ aus { $count } Stichproben auf dieser Seite; das Programm zieht mehr.
page-undo = Rückgängig
page-hold = Daneben halten
page-let-go = Loslassen
page-held = Daneben:
page-more-inputs = Weitere Eingaben
page-samples-range = 5. bis 95. Perzentil der Stichproben: { $range }
page-same-samples = ≈ aus { $count } Stichproben auf dieser Seite.
