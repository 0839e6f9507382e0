break-even-part = Wo das Ziel erreicht wird
break-even-parts = Wo Ziele erreicht werden
break-even-not-searched = { $name } wurde nicht gesucht: { $reason }.
break-even-head = { $subject } über { $input }, von { $from } bis { $to }, Ziel { $target }:
break-even-crossed = { $head } { $found }.
break-even-crossed-often = { $count ->
    [one] { $head } Das Ziel wird an { $count } Stelle getroffen: { $places }.
   *[other] { $head } Das Ziel wird an { $count } Stellen getroffen: { $places }.
}
break-even-step = bei { $at } springt der Wert über das Ziel hinweg, von { $before } auf { $after }
break-even-level = von { $at } bis { $until } ist der Wert gleich dem Ziel
break-even-rising = bei { $at } steigt der Wert über das Ziel
break-even-falling = bei { $at } fällt der Wert unter das Ziel
break-even-touching = bei { $at } berührt der Wert das Ziel und kehrt um
break-even-flat = { $head } Das Ziel wird nie getroffen: Der Wert ist überall { $value }.
break-even-short = { $head } Das Ziel ist nicht erreichbar: bestenfalls { $value } bei { $at }.
break-even-exceeded = { $head } Das Ziel wird überall überschritten: Der kleinste Wert ist { $value } bei { $at }.
break-even-never = { $head } Das Ziel wird nie getroffen; am nächsten kommt { $value } bei { $at }.
break-even-always = { $head } Das Ziel ist überall getroffen: Nichts bewegt sich.
break-even-undefined = { $head } In diesem Bereich gibt es nirgends einen Wert.
break-even-independent = `{ $metric }` hängt nicht von `{ $input }` ab.
break-even-no-range = Außer `{ $input }` wirkt keine Eingabe mit Bereich darauf: Alle Stichproben sind der zentrale Fall.
break-even-samples = { $samples } Stichproben ({ $sampler }, Startwert { $seed }) von { $inputs }, einmal gezogen und bei jedem Wert von { $input } verwendet; diese Eingabe wird dort ungeachtet ihres eigenen Bereichs festgehalten. Die Stelle ist für diese Stichproben exakt; andere verschieben sie ein wenig.
break-even-samples-share = { $samples } Stichproben ({ $sampler }, Startwert { $seed }) von { $inputs }, einmal gezogen und bei jedem Wert von { $input } verwendet; diese Eingabe wird dort ungeachtet ihres eigenen Bereichs festgehalten. Die Stelle ist für diese Stichproben exakt, bis auf eine von { $samples }; andere verschieben sie ein wenig.
break-even-case = { $title }; { $samples } Stichproben der übrigen Eingaben mit Bereichen ({ $count }), an jedem Punkt dieselben
break-even-target = Ziel: { $value }
break-even-target-at = Ziel bei { $value }
frontier-head = { $subject } von { $target }
frontier-curve = { $head }: bei { $from } ({ $across }) braucht es { $needs } ({ $up }), bei { $to } braucht es { $then }.
frontier-nowhere = { $head } wird nirgends erreicht: { $across } von { $from } bis { $to }, { $up } von { $least } bis { $most }.
frontier-gaps = Bei { $without } von { $all } Werten von { $across } gibt es zwischen { $least } und { $most } keinen passenden Wert von { $up }.
frontier-samples = { $samples } Stichproben ({ $sampler }, Startwert { $seed }), dieselben bei jedem Wertepaar von { $across } und { $up }, die dort ungeachtet ihrer eigenen Bereiche festgehalten werden. Die Linie ist für diese Stichproben exakt; andere verschieben sie ein wenig.
frontier-title = { $subject } von { $target }, nach { $across } und { $up }
frontier-case = { $title }; { $samples } Stichproben der übrigen Eingaben mit Bereichen, an jedem Punkt dieselben
frontier-central = Zentraler Fall
frontier-met = Erreicht: mindestens { $target }
frontier-missed = Zu wenig: weniger als { $target }
