# The speeds of Valhalla's costing "auto", so that its ways and ours are asked of equals.
# Speeds are those of a city day; a courier's own speed is set against reference-speed.
name valhalla-auto
reference-speed 50
traffic right

access-keys access vehicle motor_vehicle motorcar
oneway-keys oneway oneway:motorcar
restriction-keys restriction restriction:motorcar
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

speed motorway 105
speed motorway_link 60
speed trunk 90
speed trunk_link 50
speed primary 75
speed primary_link 45
speed secondary 60
speed secondary_link 40
speed tertiary 50
speed tertiary_link 35
speed unclassified 40
speed residential 35
speed living_street 10
speed service 20
speed alley 8
speed road 35
speed track 5
speed pedestrian 6 where-allowed
speed path 6 where-allowed
speed footway 6 where-allowed
speed cycleway 6 where-allowed

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

maxspeed replace 1.0
zone urban 50
zone rural 80
zone trunk 80
zone motorway 100
zone living_street 20
zone walk 5

signals 2
barrier gate 20
barrier lift_gate 15
barrier swing_gate 20
barrier sliding_gate 20
barrier toll_booth 30
barrier border_control 300
barrier checkpoint 60
barrier entrance 0
barrier cattle_grid 3
barrier kerb 0
barrier height_restrictor 0
barrier sally_port 10
barrier no 0
barrier other closed

ferry-speed 12
ferry-boarding 900
ferry-link 500
# On these roads a door is reached on its own side only: nobody crosses them with a load.
vehicle-width 1.8
vehicle-height 1.7
vehicle-weight 1.6
walking-speed 4.5
walking-detour 1.3
snap-limit 1000
