# A courier on a motorcycle in Indonesia. What each line means: docs/FORMATS.md, "Road profiles".
# Speeds are those of a city day; a courier's own speed is set against reference-speed.
name motorcycle
reference-speed 20
traffic left

access-keys access vehicle motor_vehicle motorcycle
oneway-keys oneway oneway:motorcycle
restriction-keys restriction restriction:motorcycle
access yes open
access permissive open
access designated open
access official open
access public open
access private restricted
access destination restricted
access customers restricted
access delivery restricted
access residents restricted
access permit restricted
access no closed
access agricultural closed
access forestry closed
access military closed
access emergency closed
access use_sidepath closed
restricted-factor 3

# Toll roads are closed to motorcycles unless a tag opens them (Bali Mandara, Suramadu).
closed-where toll yes
speed motorway 40 where-allowed
speed motorway_link 30 where-allowed
speed trunk 30
speed trunk_link 24
speed primary 28
speed primary_link 22
speed secondary 25
speed secondary_link 20
speed tertiary 22
speed tertiary_link 18
speed unclassified 20
speed residential 18
speed living_street 12
speed service 12
speed alley 10
speed road 18
speed track 12
# Alleys of a kampung are often drawn as paths, and motorcycles use them.
speed path 8
speed pedestrian 6 where-allowed
speed footway 6 where-allowed
speed cycleway 10 where-allowed
speed bridleway 6 where-allowed

surface gravel 18
surface fine_gravel 18
surface compacted 20
surface unpaved 15
surface dirt 12
surface earth 12
surface ground 12
surface grass 10
surface sand 8
surface mud 6
surface pebblestone 15
surface cobblestone 18
surface sett 20
surface wood 15

smoothness bad 18
smoothness very_bad 12
smoothness horrible 8
smoothness very_horrible 5
smoothness impassable closed

tracktype grade1 20
tracktype grade2 18
tracktype grade3 14
tracktype grade4 10
tracktype grade5 8

maxspeed cap 1.0
zone urban 50
zone rural 80
zone trunk 80
zone motorway 100
zone living_street 20
zone walk 5

signals 15
barrier gate 10
barrier lift_gate 10
barrier swing_gate 10
barrier sliding_gate 10
barrier toll_booth 30
barrier border_control 300
barrier checkpoint 60
barrier bollard 3
barrier block 5
barrier jersey_barrier closed
barrier chain closed
barrier log closed
barrier debris closed
barrier stile closed
barrier turnstile closed
barrier kissing_gate closed
barrier full-height_turnstile closed
barrier wall closed
barrier fence closed
barrier hedge closed
barrier ditch closed
barrier other 0

ferry-speed 12
ferry-boarding 900
ferry-link 500
vehicle-width 0.8
walking-speed 4.5
walking-detour 1.3
snap-limit 1000
