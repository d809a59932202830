## support

support-title = Who in the capital carries the alliance: { $state }
support-no-node = The framework “{ $framework }” has no criterion about the support in a capital.
support-column-alliance = Support there for
support-unheard = Without evidence: support there for { $ties }.
support-lead = { $actors ->
        [0] Nobody there has been heard yet.
        [one] 1 actor there has been heard
       *[other] { $actors } actors there have been heard
    }{ $actors ->
        [0] {""}
       *[other] { $moved ->
            [0] ; none has changed its stand.
            [one] ; 1 has changed its stand.
           *[other] ; { $moved } have changed their stand.
        }
    }
support-state = The state itself
support-head = Head of government and advisers
support-ministry = Ministries
support-military = Armed forces
support-parliament = Parliament
support-governing = Governing parties and camps
support-opposition = Opposition
support-public = Public
support-region = Regions
support-other = Others
support-observers = What observers say about them
support-earlier = earlier: { $levels }

cmd-support-about = Show who in a capital carries the alliance, and who does not
cmd-support-arg-state = State: an id, a name or a code
cmd-support-arg-framework = Framework to assess by [default: the dossier’s]
cmd-support-examples =
    linchpin support USA # Washington, part by part
    linchpin support cow:732 --as-of 2021-05 # Seoul in May 2021
