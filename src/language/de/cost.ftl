cost-title = Was es kostet
cost-head-annual = Im Jahr, { $unit }
cost-head-total = Insgesamt, { $unit }
cost-head-basis = Grundlage
cost-head-soldier-year = Soldatenjahr
cost-head-range = p5 bis p95
cost-head-fund = Fonds / Kosten
cost-head-counts = Was sie zählt
cost-head-after = Nach
cost-head-deaths = Zu erwartende Todesfälle
cost-head-rate = Rate
cost-head-year = Im Jahr
cost-head-whole = Insgesamt
cost-chosen = { $basis } (gewählt)
cost-named = { $name }: { $value }
cost-and-soldier = { $unit } und Soldat
cost-bases-caption = Die Kosten der vorgeschlagenen Truppe nach jeder Grundlage. Ein Soldatenjahr in { $unit }. Die Grundlagen zählen Verschiedenes: Ein Mittelwert aus ihnen ist nicht gemeint.
cost-bases-whole = Insgesamt: Aufbau und { $duration } in voller Stärke.
cost-deaths-caption = Zu erwartende Todesfälle bei der vorgeschlagenen Truppe; Raten in { $unit }. Es sind Raten früherer Missionen: ein Erwartungswert und keine Vorhersage.
cost-by-chosen = Nach der gewählten Grundlage ({ $basis }) kostet die vorgeschlagene Truppe { $cost }.
cost-bases-differ = Die Grundlagen unterscheiden sich um den Faktor { $factor }: { $least } für ein Soldatenjahr ({ $cheap }) bis { $most } ({ $dear }). Sie zählen Verschiedenes; zu vergleichen ist nur innerhalb einer von ihnen.
cost-fund-equals = Der Fonds von { $fund } würde nach der gewählten Grundlage rechnerisch { $years } der Mission decken, wenn der Aufbau bezahlt ist.
cost-fund-used-up = Aufbau und laufende Kosten erreichen zusammen den Fonds von { $fund } nach: { $bases }; vorgesehene Dauer der Mission: { $duration }.
cost-deaths = { $count ->
    [one] { $name }: { $count } Todesfall im Jahr zu erwarten.
   *[other] { $name }: { $count } Todesfälle im Jahr zu erwarten.
}
cost-deaths-range = { $count ->
    [one] { $name }: { $count } Todesfall im Jahr zu erwarten ({ $range }).
   *[other] { $name }: { $count } Todesfälle im Jahr zu erwarten ({ $range }).
}
cost-group-whole = Insgesamt: Aufbau und { $duration }
cost-group-year = Im Jahr, ohne Aufbau
cost-title-fund = Was es kostet, neben dem Fonds
cost-title-force = { $title }; { $force }
cost-subtitle = { $title }; zentraler Fall
cost-subtitle-ranges = { $title }; zentraler Fall, 5. bis 95. Perzentil
cost-spoken = Kosten in { $unit }: { $rows }.
cost-spoken-whole = { $name }: insgesamt { $whole }
cost-spoken-fund = { $name }: insgesamt { $whole }, Fonds aufgebraucht: { $time }
cost-fund = Fonds: { $fund }
cost-axis = Kosten
cost-used-up-alone = Der Fonds reicht { $time }
cost-used-up = { $basis }: der Fonds reicht { $time }
cost-over-time-title = Wie sich die Kosten aufsummieren
cost-over-time-subtitle = { $title }; Aufbau am ersten Tag
cost-years-axis = Jahre ab dem ersten Tag
cost-so-far = Kosten bis dahin
build-up-title = Wie die Truppe aufwächst
build-up-proposed = Vorgeschlagene Truppe
build-up-sustainable = Dauerhaft tragbare Truppe
build-up-short = es fehlen { $short }
build-up-not-in = nicht in { $days }
build-up-assumed = angenommen
build-up-beside = { $name } (neben { $others } anderen, die mitzählen)
build-up-mark-beside = { $name }: { $value } neben den anderen, die mitzählen
build-up-head-takes = Was es dazu braucht
build-up-head-central = Zentral
build-up-head-range = Bereich
build-up-head-after = Nach
build-up-inputs-caption = Woraus der Aufwuchs Tag für Tag berechnet wird.
build-up-head-reach = Zu erreichen
build-up-personnel = Personal
build-up-head-fast = Schnell, Tag
build-up-head-central-day = Zentral, Tag
build-up-head-slow = Langsam, Tag
build-up-head-coalition = Koalition, Tag
build-up-caption = Der erste Tag, von der Entscheidung an gezählt, an dessen Ende die Stärke erreicht ist. Schnell und langsam: 5. und 95. Perzentil der Stichproben, die vorgeschlagene Truppe unverändert.
build-up-caption-coalition = Koalition: der zentrale Fall mit den Soldaten, die ihre Mitglieder Einsatz für Einsatz entsenden können.
build-up-by-day-alone = Die vorgeschlagene Truppe von { $force } ist an Tag { $day } da, wenn nur der Transport begrenzt.
build-up-absent = Diese Zeiten gibt das Szenario nicht an, sie zählen als keine: { $inputs }.
build-up-by-day-cases = Der Transport bringt die vorgeschlagene Truppe von { $force } bis Tag { $day } heran (schneller Fall: { $fast }; langsamer Fall: { $slow }).
build-up-by-day = Der Transport bringt die vorgeschlagene Truppe von { $force } bis Tag { $day } heran ({ $fast } bis { $slow }).
build-up-not-reached = Im zentralen Fall wird die vorgeschlagene Truppe von { $force } nicht erreicht: Der Aufwuchs endet { $short } Soldaten darunter.
build-up-too-long = Im zentralen Fall ist die vorgeschlagene Truppe von { $force } binnen { $days } Tagen nicht da.
build-up-begins = Die ersten Einheiten treffen an Tag { $first } ein, der Strom der übrigen beginnt an Tag { $stream }.
build-up-cap = Der Aufwuchs endet bei { $cap } Soldaten, weil dort nicht mehr gehalten werden können.
build-up-never = Über der vorgeschlagenen Truppe, sodass dieser Aufwuchs sie im zentralen Fall nicht erreicht: { $methods }.
build-up-even-stream = Ein gleichmäßiger Strom ist eine Vereinfachung: Kein Hafen, keine Bahnstrecke und kein Lager ist in ihm zu klein.
build-up-for-good = Im zentralen Fall kann die Koalition sie auf Dauer stellen: { $sustainable } Soldaten sind das Höchste, was sie dort halten kann.
build-up-no-tour = Im zentralen Fall füllt die Koalition diese Truppe für keinen einzigen Einsatz. Was sie durchhalten kann, { $sustainable }, ist an Tag { $day } da: { $short } fehlen zur vorgeschlagenen Truppe.
build-up-full-until = { $tours ->
    [one] Im zentralen Fall kann die Koalition jeden Posten besetzen, solange der Bestand reicht ({ $time }, { $tours } Einsatz), sodass die vorgeschlagene Truppe bis Tag { $day } da ist; dann bleiben { $left }, bis die ersten { $back } nach ihrem Aufbruch wieder gehen können, und danach dauerhaft { $sustainable }: Es fehlen { $short }.
   *[other] Im zentralen Fall kann die Koalition jeden Posten besetzen, solange der Bestand reicht ({ $time }, { $tours } Einsätze), sodass die vorgeschlagene Truppe bis Tag { $day } da ist; dann bleiben { $left }, bis die ersten { $back } nach ihrem Aufbruch wieder gehen können, und danach dauerhaft { $sustainable }: Es fehlen { $short }.
}
build-up-never-whole = { $tours ->
    [one] Im zentralen Fall kann die Koalition jeden Posten besetzen, solange der Bestand reicht ({ $time }, { $tours } Einsatz): Die Ersten sind daheim, bevor die Letzten eintreffen, und die vorgeschlagene Truppe ist nie als Ganzes da. Dann bleiben { $left }, bis die ersten { $back } nach ihrem Aufbruch wieder gehen können, und danach dauerhaft { $sustainable }: Es fehlen { $short }.
   *[other] Im zentralen Fall kann die Koalition jeden Posten besetzen, solange der Bestand reicht ({ $time }, { $tours } Einsätze): Die Ersten sind daheim, bevor die Letzten eintreffen, und die vorgeschlagene Truppe ist nie als Ganzes da. Dann bleiben { $left }, bis die ersten { $back } nach ihrem Aufbruch wieder gehen können, und danach dauerhaft { $sustainable }: Es fehlen { $short }.
}
build-up-chart-title = Wie die Truppe aufwächst
build-up-subtitle = { $title }; Band: 5. bis 95. Perzentil der Stärke an jedem Tag
build-up-band-moved = Band: 5. bis 95. Perzentil der Stärke an jedem Tag, ≈ aus den Stichproben auf dieser Seite
build-up-transport = Transport allein
build-up-coalition = Mit der Koalition
build-up-mark-proposed = Vorgeschlagen: { $force }
build-up-mark-cap = Dort höchstens haltbar: { $force }
build-up-mark-sustainable = Dauerhaft tragbar: { $force }
build-up-there = Tag { $day }: vor Ort
build-up-brought = Tag { $day }: transportiert
build-up-spoken = Personal nach Tagen ab der Entscheidung.
build-up-spoken-there = Die vorgeschlagene Truppe ist an Tag { $day } da.
build-up-axis = Tage ab der Entscheidung
build-up-strength = Stärke
cost-nothing = Weder Kosten noch Verluste lassen sich berechnen: Dem Szenario fehlt { $inputs }. Anzugeben ist zum Beispiel:
build-up-case-day = Tag { $day }
