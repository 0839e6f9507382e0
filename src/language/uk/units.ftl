# Одиниці. Після «на»: атрибут .per, знахідний відмінок; іменники — назви істот мають у ньому форму родового.
unit-per = на
unit-people = { $count ->
       [one] житель
       [few] жителі
       [many] жителів
      *[other] жителя
    }
    .per = { $count ->
       [one] жителя
       [few] жителів
       [many] жителів
      *[other] жителя
    }
unit-inhabitants = { unit-people }
    .per = { unit-people.per }
unit-residents = { unit-people }
    .per = { unit-people.per }
unit-personnel = { $count ->
       [one] військовий
       [few] військові
       [many] військових
      *[other] військового
    }
    .per = { $count ->
       [one] військового
       [few] військових
       [many] військових
      *[other] військового
    }
unit-troops = { unit-personnel }
    .per = { unit-personnel.per }
unit-soldiers = { unit-personnel }
    .per = { unit-personnel.per }
unit-peacekeepers = { $count ->
       [one] миротворець
       [few] миротворці
       [many] миротворців
      *[other] миротворця
    }
    .per = { $count ->
       [one] миротворця
       [few] миротворців
       [many] миротворців
      *[other] миротворця
    }
unit-million-people = млн жителів
unit-thousand-people = тис. жителів
unit-EUR-per-personnel-year = EUR на військового на рік
unit-EUR-per-personnel-per-year = EUR на військового на рік
unit-USD-per-personnel-year = USD на військового на рік
unit-USD-per-personnel-per-year = USD на військового на рік
unit-EUR-per-soldier-year = EUR на військового на рік
unit-USD-per-personnel-month = USD на військового на місяць
unit-personnel-years = { $count ->
       [one] людино-рік
       [few] людино-роки
       [many] людино-років
      *[other] людино-року
    }
    .per = { $count ->
       [one] людино-рік
       [few] людино-роки
       [many] людино-років
      *[other] людино-року
    }
unit-personnel-year = { unit-personnel-years }
    .per = { unit-personnel-years.per }
unit-soldier-year = { unit-personnel-years }
    .per = { unit-personnel-years.per }
unit-soldier-years = { unit-personnel-years }
    .per = { unit-personnel-years.per }
unit-personnel-months = { $count ->
       [one] людино-місяць
       [few] людино-місяці
       [many] людино-місяців
      *[other] людино-місяця
    }
    .per = { $count ->
       [one] людино-місяць
       [few] людино-місяці
       [many] людино-місяців
      *[other] людино-місяця
    }
unit-personnel-month = { unit-personnel-months }
    .per = { unit-personnel-months.per }
unit-personnel-days = { $count ->
       [one] людино-день
       [few] людино-дні
       [many] людино-днів
      *[other] людино-дня
    }
    .per = { $count ->
       [one] людино-день
       [few] людино-дні
       [many] людино-днів
      *[other] людино-дня
    }
unit-personnel-day = { unit-personnel-days }
    .per = { unit-personnel-days.per }
unit-km = км
unit-m = м
unit-ha = га
unit-miles = { $count ->
       [one] миля
       [few] милі
       [many] миль
      *[other] милі
    }
    .per = { $count ->
       [one] милю
       [few] милі
       [many] миль
      *[other] милі
    }
unit-square-miles = { $count ->
       [one] квадратна миля
       [few] квадратні милі
       [many] квадратних миль
      *[other] квадратної милі
    }
    .per = { $count ->
       [one] квадратну милю
       [few] квадратні милі
       [many] квадратних миль
      *[other] квадратної милі
    }
unit-square-mile = { unit-square-miles }
    .per = { unit-square-miles.per }
unit-nmi = { $count ->
       [one] морська миля
       [few] морські милі
       [many] морських миль
      *[other] морської милі
    }
    .per = { $count ->
       [one] морську милю
       [few] морські милі
       [many] морських миль
      *[other] морської милі
    }
unit-yards = { $count ->
       [one] ярд
       [few] ярди
       [many] ярдів
      *[other] ярда
    }
    .per = { $count ->
       [one] ярд
       [few] ярди
       [many] ярдів
      *[other] ярда
    }
unit-feet = { $count ->
       [one] фут
       [few] фути
       [many] футів
      *[other] фута
    }
    .per = { $count ->
       [one] фут
       [few] фути
       [many] футів
      *[other] фута
    }
unit-years = { $count ->
       [one] рік
       [few] роки
       [many] років
      *[other] року
    }
    .per = { $count ->
       [one] рік
       [few] роки
       [many] років
      *[other] року
    }
unit-months = { $count ->
       [one] місяць
       [few] місяці
       [many] місяців
      *[other] місяця
    }
    .per = { $count ->
       [one] місяць
       [few] місяці
       [many] місяців
      *[other] місяця
    }
unit-weeks = { $count ->
       [one] тиждень
       [few] тижні
       [many] тижнів
      *[other] тижня
    }
    .per = { $count ->
       [one] тиждень
       [few] тижні
       [many] тижнів
      *[other] тижня
    }
unit-days = { $count ->
       [one] день
       [few] дні
       [many] днів
      *[other] дня
    }
    .per = { $count ->
       [one] день
       [few] дні
       [many] днів
      *[other] дня
    }
unit-hours = { $count ->
       [one] година
       [few] години
       [many] годин
      *[other] години
    }
    .per = { $count ->
       [one] годину
       [few] години
       [many] годин
      *[other] години
    }
unit-EUR = EUR
unit-euros = євро
unit-hundred = { $count ->
       [one] сотня
       [few] сотні
       [many] сотень
      *[other] сотні
    }
    .per = { $count ->
       [one] сотню
       [few] сотні
       [many] сотень
      *[other] сотні
    }
unit-thousand = тис.
unit-million = млн
unit-billion = млрд
unit-bn = млрд
unit-trillion = трлн
unit-percent = {"%"}
