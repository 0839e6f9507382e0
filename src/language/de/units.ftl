# Einheiten. Für das, was hinter „je“ steht: das Attribut .per.
unit-per = je
unit-people = Einwohner
    .per = Einwohner
unit-inhabitants = { unit-people }
    .per = { unit-people.per }
unit-residents = { unit-people }
    .per = { unit-people.per }
unit-personnel = { $count ->
       [one] Soldat
      *[other] Kräfte
    }
    .per = { $count ->
       [one] Soldat
      *[other] Soldaten
    }
unit-troops = { $count ->
       [one] Soldat
      *[other] Soldaten
    }
    .per = { $count ->
       [one] Soldat
      *[other] Soldaten
    }
unit-soldiers = { unit-troops }
    .per = { unit-troops.per }
unit-peacekeepers = { $count ->
       [one] Friedenssoldat
      *[other] Friedenssoldaten
    }
    .per = { $count ->
       [one] Friedenssoldat
      *[other] Friedenssoldaten
    }
unit-million-people = Mio. Einwohner
unit-thousand-people = Tsd. Einwohner
unit-EUR-per-personnel-year = EUR je Soldat und Jahr
unit-EUR-per-personnel-per-year = EUR je Soldat und Jahr
unit-EUR-per-soldier-year = EUR je Soldat und Jahr
unit-USD-per-personnel-year = USD je Soldat und Jahr
unit-USD-per-personnel-per-year = USD je Soldat und Jahr
unit-USD-per-personnel-month = USD je Soldat und Monat
unit-personnel-years = { $count ->
       [one] Soldatenjahr
      *[other] Soldatenjahre
    }
    .per = { $count ->
       [one] Soldatenjahr
      *[other] Soldatenjahre
    }
unit-personnel-year = { unit-personnel-years }
    .per = { unit-personnel-years.per }
unit-soldier-year = { unit-personnel-years }
    .per = { unit-personnel-years.per }
unit-soldier-years = { unit-personnel-years }
    .per = { unit-personnel-years.per }
unit-personnel-months = { $count ->
       [one] Soldatenmonat
      *[other] Soldatenmonate
    }
    .per = { $count ->
       [one] Soldatenmonat
      *[other] Soldatenmonate
    }
unit-personnel-month = { unit-personnel-months }
    .per = { unit-personnel-months.per }
unit-personnel-days = { $count ->
       [one] Soldatentag
      *[other] Soldatentage
    }
    .per = { $count ->
       [one] Soldatentag
      *[other] Soldatentage
    }
unit-personnel-day = { unit-personnel-days }
    .per = { unit-personnel-days.per }
unit-km = km
unit-m = m
unit-ha = ha
unit-miles = { $count ->
       [one] Meile
      *[other] Meilen
    }
    .per = { $count ->
       [one] Meile
      *[other] Meilen
    }
unit-square-miles = { $count ->
       [one] Quadratmeile
      *[other] Quadratmeilen
    }
    .per = { $count ->
       [one] Quadratmeile
      *[other] Quadratmeilen
    }
unit-square-mile = { unit-square-miles }
    .per = { unit-square-miles.per }
unit-nmi = { $count ->
       [one] Seemeile
      *[other] Seemeilen
    }
    .per = { $count ->
       [one] Seemeile
      *[other] Seemeilen
    }
unit-yards = { $count ->
       [one] Yard
      *[other] Yards
    }
    .per = { $count ->
       [one] Yard
      *[other] Yards
    }
unit-feet = Fuß
    .per = Fuß
unit-years = { $count ->
       [one] Jahr
      *[other] Jahre
    }
    .per = { $count ->
       [one] Jahr
      *[other] Jahre
    }
unit-months = { $count ->
       [one] Monat
      *[other] Monate
    }
    .per = { $count ->
       [one] Monat
      *[other] Monate
    }
unit-weeks = { $count ->
       [one] Woche
      *[other] Wochen
    }
    .per = { $count ->
       [one] Woche
      *[other] Wochen
    }
unit-days = { $count ->
       [one] Tag
      *[other] Tage
    }
    .per = { $count ->
       [one] Tag
      *[other] Tage
    }
unit-hours = { $count ->
       [one] Stunde
      *[other] Stunden
    }
    .per = { $count ->
       [one] Stunde
      *[other] Stunden
    }
unit-EUR = EUR
unit-euros = Euro
unit-hundred = Hundert
unit-thousand = Tsd.
unit-million = Mio.
unit-billion = Mrd.
unit-bn = Mrd.
unit-trillion = Bio.
unit-percent = {"%"}
