supply-title = Ob es sich durchhalten lässt
supply-head-coalition = Koalition
supply-head-contributor = Beitragender
supply-head-stance = Haltung
supply-land-forces = Landstreitkräfte
supply-committed = Gebunden
supply-not-deployable = Nicht verlegbar
supply-head-available = Verfügbar
supply-head-sustainable = Tragbar
supply-sustainable = Dauerhaft tragbar
supply-head-share = Anteil
supply-head-over-under = Darüber oder darunter
supply-head-method = Methode
supply-head-required = Bedarf
supply-head-sustained = Gedeckt
supply-head-meant = Dafür gedacht
supply-head-samples = Anteil der Stichproben
supply-yes = ja
supply-members-caption = Die Koalition. Gebunden, nicht verlegbar und verfügbar ergeben zusammen die Landstreitkräfte; tragbar ist verfügbar geteilt durch den Rotationsfaktor.
supply-others-caption = Nicht in der Koalition und in keiner Summe: was sie dauerhaft tragen könnten, wenn sie teilnähmen.
supply-fair-caption = Gerechte Anteile an der vorgeschlagenen Truppe; darüber oder darunter ist, was ein Mitglied dauerhaft tragen kann, abzüglich seines Anteils.
supply-methods-caption = Die dauerhaft tragbare Truppe neben dem Bedarf nach jeder Methode: wie viel davon sie deckt und in welchem Anteil der Stichproben er erreicht wird.
supply-answer = { $members ->
    [one] Eine Koalition mit einem Mitglied
   *[other] Eine Koalition aus { $members } Mitgliedern
} kann dauerhaft { $sustainable } Soldaten im Einsatz halten: { $available } verfügbare, geteilt durch einen Rotationsfaktor von { $factor }.
supply-answer-below = Die vorgeschlagene Truppe von { $proposed } liegt um { $margin } darunter.
supply-answer-above = Die vorgeschlagene Truppe von { $proposed } liegt um { $gap } darüber; sie bräuchte eine Rotationsbasis von { $base }.
supply-binds-armies = Begrenzend wirkt die Größe der Heere: Die Koalition hat { $land } Soldaten in ihren Landstreitkräften.
supply-binds-commitments = Begrenzend wirkt, was schon gebunden ist: Von { $land } sind nur { $free } frei.
supply-binds-share = Begrenzend wirkt der verlegbare Anteil: Von { $free } freien Soldaten können nur { $available } entsandt werden, sodass nicht einmal ein einziger Einsatz besetzt werden könnte.
supply-binds-rotation = Begrenzend wirkt die Rotation: { $available } Soldaten können entsandt werden, genug für einen Einsatz, aber nicht auf Dauer.
supply-no-tour = Der Bestand füllt keinen Einsatz in voller Stärke; von Anfang an ließen sich { $to } halten.
supply-one-tour = einen Einsatz
supply-tours = { $count ->
    [one] { $count } Einsatz
   *[other] { $count } Einsätze
}
supply-tours-timed = { $tours } ({ $time })
supply-lasts-left = In voller Stärke reicht der Bestand für { $tours }; dann muss die Truppe auf { $left } schrumpfen, nämlich auf jene, die noch nicht im Einsatz waren, bis die ersten { $back } nach ihrem Aufbruch wieder gehen können. Von da an sind es dauerhaft { $to }.
supply-lasts = In voller Stärke reicht der Bestand für { $tours }; dann muss die Truppe auf { $to } schrumpfen.
supply-probable = Über die Bereiche der Eingaben liegt die dauerhaft tragbare Truppe in neun von zehn Stichproben zwischen { $low } und { $high }.
supply-probable-share = Über die Bereiche der Eingaben liegt die dauerhaft tragbare Truppe in neun von zehn Stichproben zwischen { $low } und { $high }; die vorgeschlagene Truppe erreicht sie in { $share } aller Stichproben.
supply-probable-interval = Über die Bereiche der Eingaben liegt die dauerhaft tragbare Truppe in neun von zehn Stichproben zwischen { $low } und { $high }; die vorgeschlagene Truppe erreicht sie in { $share } aller Stichproben (95-%-Intervall { $from } bis { $to } %).
supply-both = { $first } und { $last }
supply-meets = Schwelle für „{ $input }“: { $places } (derzeit { $now }); dort deckt das Angebot die vorgeschlagene Truppe.
supply-never-meets = Keine Schwelle für „{ $input }“: Im ganzen Bereich ({ $from } bis { $to }) schließt sich die Lücke nie, bestenfalls fehlen { $missing } (Wert dort: { $best }).
supply-coalition = { $count ->
    [one] { $sustainable } ({ $who }; ein Beitragender)
   *[other] { $sustainable } ({ $who }; { $count } Beitragende)
}
supply-by-coalition = Dauerhaft tragbar je nach Koalition: { $coalitions }.
supply-joining-one = Ein weiterer Beitragender, der größte außerhalb, würde die Lücke schließen.
supply-joining = Die { $count } größten außerhalb müssten beitreten, um die Lücke zu schließen.
supply-joining-none = Nicht einmal alle außerhalb zusammen könnten die Lücke schließen.
supply-published-below = Als aufbringbar veröffentlicht: { $low } bis { $high } ({ $sources }); die Summe liegt darunter: Heere, Bindungen oder der verlegbare Anteil sind hier ungünstiger angesetzt, oder die Koalition ist kleiner.
supply-published-above = Als aufbringbar veröffentlicht: { $low } bis { $high } ({ $sources }); die Summe liegt darüber: Sie zählt das Heer jedes Mitglieds, was immer es zu entsenden bereit ist, oder eine größere Koalition.
supply-published-within = Als aufbringbar veröffentlicht: { $low } bis { $high } ({ $sources }); die Summe liegt dazwischen.
supply-footer = Szenario: { $scenario }. Quellen: siehe die Eingaben der Beitragenden. Berechnet mit forcesize.
supply-inside = In der Koalition
supply-outside = Nicht in der Koalition
supply-group = { $name } ({ $all })
supply-group-largest = { $name } (die { $most } größten von { $all })
supply-contributors-title = Was aus den Landstreitkräften jedes Beitragenden wird
supply-contributors-subtitle = { $title }; geordnet nach der dauerhaft tragbaren Truppe, die am Ende des Balkens steht
supply-spoken = { $name }: { $sustainable } dauerhaft tragbar
supply-unit = Soldaten
supply-not-sustainable = Verfügbar, nicht dauerhaft tragbar
supply-of-coalition = Angebot der Koalition
supply-asked-meant = Bedarf nach Methoden für diesen Zweck ({ $purpose })
supply-asked-other = Bedarf nach anderen Methoden
supply-beside-title = Angebot neben dem Bedarf
supply-beside-subtitle = { $title }; Methoden: 5. bis 95. Perzentil
supply-beside-samples = { $title }; 5. bis 95. Perzentil
supply-beside-spoken = Im zentralen Fall: { $rows }.
supply-named = { $name }: { $value }
supply-proposed = Vorgeschlagen: { $force }
supply-personnel = Soldaten
supply-rotation-title = Was die Rotation dauerhaft übrig lässt
