break-even-part = Де досягається ціль
break-even-parts = Де досягаються цілі
break-even-not-searched = Пошук { $name } не виконано: { $reason }.
break-even-head = { $subject } залежно від величини «{ $input }», від { $from } до { $to }, ціль { $target }:
break-even-crossed = { $head } { $found }.
break-even-crossed-often = { $count ->
    [one] { $head } ціль досягається в { $count } точці: { $places }.
   *[other] { $head } ціль досягається в { $count } точках: { $places }.
}
break-even-step = при значенні { $at } показник перестрибує ціль, від { $before } до { $after }
break-even-level = від { $at } до { $until } значення дорівнює цілі
break-even-rising = при значенні { $at } показник зростає понад ціль
break-even-falling = при значенні { $at } показник падає нижче цілі
break-even-touching = при значенні { $at } показник торкається цілі й повертає назад
break-even-flat = { $head } ціль ніде не досягається: значення всюди { $value }.
break-even-short = { $head } ціль недосяжна: щонайкраще { $value } при значенні { $at }.
break-even-exceeded = { $head } ціль перевищено всюди: найменше значення { $value } при значенні { $at }.
break-even-never = { $head } ціль ніде не досягається; найближче значення { $value } при значенні { $at }.
break-even-always = { $head } ціль досягнуто всюди: нічого не змінюється.
break-even-undefined = { $head } у цьому діапазоні ніде немає значення.
break-even-independent = `{ $metric }` не залежить від `{ $input }`.
break-even-no-range = Крім `{ $input }`, жодна величина з діапазоном на це не впливає: усі вибірки — це центральний випадок.
break-even-samples = Вибірок: { $samples } ({ $sampler }, зерно { $seed }); змінюються: { $inputs }. Їх взято один раз і використано для кожного значення { $input }; цю величину там зафіксовано незалежно від її власного діапазону. Для цих вибірок точка точна; інші трохи її зміщують.
break-even-samples-share = Вибірок: { $samples } ({ $sampler }, зерно { $seed }); змінюються: { $inputs }. Їх взято один раз і використано для кожного значення { $input }; цю величину там зафіксовано незалежно від її власного діапазону. Для цих вибірок точка точна, з похибкою в одну вибірку з { $samples }; інші трохи її зміщують.
break-even-case = { $title }; вибірок: { $samples }, решти величин із діапазонами: { $count }, ті самі в кожній точці
break-even-target = Ціль: { $value }
break-even-target-at = Ціль при { $value }
frontier-head = { $subject }: { $target }
frontier-curve = { $head }. При значенні { $from } ({ $across }) потрібно { $needs } ({ $up }), при значенні { $to } потрібно { $then }.
frontier-nowhere = { $head }. Ніде не досягається: { $across } від { $from } до { $to }, { $up } від { $least } до { $most }.
frontier-gaps = Для { $without } з { $all } значень величини «{ $across }» жодне значення величини «{ $up }» від { $least } до { $most } не підходить.
frontier-samples = Вибірок: { $samples } ({ $sampler }, зерно { $seed }), ті самі для кожної пари значень { $across } і { $up }, які там зафіксовано незалежно від їхніх власних діапазонів. Для цих вибірок лінія точна; інші трохи її зміщують.
frontier-title = Де { $subject } дорівнює { $target }, за: { $across } та { $up }
frontier-case = { $title }; вибірок: { $samples } решти величин із діапазонами, ті самі в кожній точці
frontier-central = Центральний випадок
frontier-met = Досягнуто: щонайменше { $target }
frontier-missed = Бракує: менш ніж { $target }
