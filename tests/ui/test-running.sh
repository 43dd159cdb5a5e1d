#!/bin/sh
# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program as it runs, from outside: driven over D-Bus as any other program could, with a state directory that
# somebody spoilt, and watched at the border to the kernel. Needs what tests/run-headless.sh gives it.
#
#   test-running.sh PROGRAM STORY
set -u

program=$1
story=$HOME/story.leadup
state=$XDG_STATE_HOME/leadup
bus=org.leadup.Leadup
path=/org/leadup/Leadup
number=0
failed=0

report ()
{
  number=$((number + 1))
  if [ "$1" = 0 ]; then
    echo "ok $number $2"
  else
    echo "not ok $number $2"
    failed=1
  fi
}

# action PATH NAME [PARAMETER]: carries a command out.
action ()
{
  gdbus call --session --timeout 60 --dest "$bus" --object-path "$1" --method org.gtk.Actions.Activate \
    "$2" "[${3:+<$3>}]" '{}' >/dev/null
}

# Whether the state of a command of the window comes to be so.
has_state ()
{
  tries=0
  until gdbus call --session --timeout 60 --dest "$bus" --object-path "$path/window/1" \
    --method org.gtk.Actions.Describe "$1" 2>/dev/null | grep -qF "$2"; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || return 1
    sleep 0.1
  done
}

cp "$2" "$story" || exit 1
mkdir -p "$state" && chmod 700 "$state"
printf 'no journal at all\0\377' >"$state/spoilt.journal"
mkdir "$state/folder.journal"
printf '<xbel' >"$XDG_DATA_HOME/recently-used.xbel"
spoilt=$(cksum <"$state/spoilt.journal")

watch=
if command -v strace >/dev/null; then
  watch="strace -f -qq -e trace=socket,connect,bind -o $HOME/calls"
fi
echo "1..$([ -n "$watch" ] && echo 7 || echo 6)"

$watch "$program" "$story" 2>"$HOME/errors" &
pid=$!

gdbus wait --session --timeout 60 "$bus" && has_state view timeline
report $? 'a state directory that was spoilt stops no start'

result=0
for view in graph table sources timeline; do
  action "$path/window/1" view "'$view'" && has_state view "$view" || result=1
done
report "$result" 'views are changed over D-Bus'

action "$path/window/1" new-event
tries=0
until [ -n "$(find "$state" -type f ! -name 'spoilt*')" ] || [ "$tries" -ge 100 ]; do
  tries=$((tries + 1))
  sleep 0.1
done
[ -n "$(find "$state" -type f ! -name 'spoilt*')" ] && [ -z "$(find "$state" -type f ! -name 'spoilt*' ! -perm 600)" ]
report $? 'what is kept for recovery is for nobody else to read'

[ "$spoilt" = "$(cksum <"$state/spoilt.journal")" ]
report $? 'what cannot be read stays for people to look at'

! grep -qF "$(sed -n 's/^"title":"\(.*\)",$/\1/p' "$story" | head -n 1)" "$HOME/errors"
report $? 'no title is told to the log'

kill "$(pgrep -P "$pid" -f "^$program" 2>/dev/null || echo "$pid")"
wait "$pid"
cmp -s "$2" "$story"
report $? 'a story that was not saved is as it was'

if [ -n "$watch" ]; then
  ! grep -E 'AF_(INET|INET6|PACKET)' "$HOME/calls" >&2
  report $? 'no connection is made to any network'
fi

exit "$failed"
