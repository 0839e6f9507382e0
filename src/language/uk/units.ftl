# Одиниці. Після «на»: атрибут .per.
unit-per = на
unit-people = { $count ->
       [one] житель
       [few] жителі
       [many] жителів
      *[other] жителя
    }
    .per = жителя
unit-inhabitants = { unit-people }
    .per = жителя
unit-residents = { unit-people }
    .per = жителя
unit-personnel = { $count ->
       [one] військовий
       [few] військові
       [many] військових
      *[other] військового
    }
    .per = військового
unit-troops = { $count ->
       [one] військовий
       [few] військові
       [many] військових
      *[other] військового
    }
    .per = військового
unit-soldiers = { unit-troops }
    .per = військового
unit-soldier = { unit-troops }
    .per = військового
unit-peacekeepers = { $count ->
       [one] миротворець
       [few] миротворці
       [many] миротворців
      *[other] миротворця
    }
    .per = миротворця
unit-peacekeeper = { unit-peacekeepers }
    .per = миротворця
unit-million-people = млн жителів
unit-thousand-people = тис. жителів
unit-EUR-per-personnel-year = EUR на військового на рік
unit-EUR-per-personnel-per-year = EUR на військового на рік
unit-USD-per-personnel-year = USD на військового на рік
unit-USD-per-personnel-per-year = USD на військового на рік
unit-EUR-per-soldier-year = EUR на військового на рік
unit-personnel-year = людино-років
unit-personnel-years = людино-років
unit-km = км
unit-m = м
unit-ha = га
unit-miles = { $count ->
       [one] миля
       [few] милі
       [many] миль
      *[other] милі
    }
    .per = милю
unit-mile = { unit-miles }
    .per = милю
unit-square-miles = квадратних миль
unit-yards = ярдів
unit-year = { $count ->
       [one] рік
       [few] роки
       [many] років
      *[other] року
    }
    .per = рік
unit-years = { unit-year }
    .per = рік
unit-month = { $count ->
       [one] місяць
       [few] місяці
       [many] місяців
      *[other] місяця
    }
    .per = місяць
unit-months = { unit-month }
    .per = місяць
unit-week = { $count ->
       [one] тиждень
       [few] тижні
       [many] тижнів
      *[other] тижня
    }
    .per = тиждень
unit-weeks = { unit-week }
    .per = тиждень
unit-day = { $count ->
       [one] день
       [few] дні
       [many] днів
      *[other] дня
    }
    .per = день
unit-days = { unit-day }
    .per = день
unit-hour = { $count ->
       [one] година
       [few] години
       [many] годин
      *[other] години
    }
    .per = годину
unit-hours = { unit-hour }
    .per = годину
unit-thousand = тис.
unit-million = млн
unit-billion = млрд
unit-bn = млрд
unit-trillion = трлн
unit-USD-per-personnel-month = USD на військового на місяць
