# Einheiten. Für das, was hinter „je“ steht: das Attribut .per.
unit-per = je
unit-people = { $count ->
       [one] Einwohner
      *[other] Einwohner
    }
    .per = Einwohner
unit-inhabitants = { unit-people }
    .per = Einwohner
unit-residents = { unit-people }
    .per = Einwohner
unit-personnel = Kräfte
    .per = Soldat
unit-troops = { $count ->
       [one] Soldat
      *[other] Soldaten
    }
    .per = Soldat
unit-soldiers = { $count ->
       [one] Soldat
      *[other] Soldaten
    }
    .per = Soldat
unit-soldier = { unit-soldiers }
    .per = Soldat
unit-peacekeepers = { $count ->
       [one] Friedenssoldat
      *[other] Friedenssoldaten
    }
    .per = Friedenssoldat
unit-peacekeeper = { unit-peacekeepers }
    .per = Friedenssoldat
unit-million-people = Mio. Einwohner
unit-thousand-people = Tsd. Einwohner
unit-EUR-per-personnel-year = EUR je Soldat und Jahr
unit-EUR-per-personnel-per-year = EUR je Soldat und Jahr
unit-EUR-per-soldier-year = EUR je Soldat und Jahr
unit-USD-per-personnel-year = USD je Soldat und Jahr
unit-USD-per-personnel-per-year = USD je Soldat und Jahr
unit-personnel-year = Soldatenjahre
unit-personnel-years = Soldatenjahre
unit-miles = { $count ->
       [one] Meile
      *[other] Meilen
    }
    .per = Meile
unit-mile = { unit-miles }
    .per = Meile
unit-square-miles = Quadratmeilen
unit-yards = Yards
unit-year = { $count ->
       [one] Jahr
      *[other] Jahre
    }
    .per = Jahr
unit-years = { unit-year }
    .per = Jahr
unit-month = { $count ->
       [one] Monat
      *[other] Monate
    }
    .per = Monat
unit-months = { unit-month }
    .per = Monat
unit-week = { $count ->
       [one] Woche
      *[other] Wochen
    }
    .per = Woche
unit-weeks = { unit-week }
    .per = Woche
unit-day = { $count ->
       [one] Tag
      *[other] Tage
    }
    .per = Tag
unit-days = { unit-day }
    .per = Tag
unit-hour = { $count ->
       [one] Stunde
      *[other] Stunden
    }
    .per = Stunde
unit-hours = { unit-hour }
    .per = Stunde
unit-thousand = Tsd.
unit-million = Mio.
unit-billion = Mrd.
unit-bn = Mrd.
unit-trillion = Bio.
unit-USD-per-personnel-month = USD je Soldat und Monat
unit-USD-per-personnel = USD je Soldat
