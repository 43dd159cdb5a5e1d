#!/bin/sh
# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs a command in a desktop of its own: X server, session bus and home directory, all gone when it ends.
# Nothing of the caller's session is seen or touched, and nothing listens on the network.
#
#   tests/run-headless.sh [-s WIDTHxHEIGHT] [-w] COMMAND [ARGUMENTS…]
#
#   -s  size of the screen (1280x800)
#   -w  start a window manager (openbox) where there is one
set -u

size=1280x800
manager=
while getopts s:w option; do
  case $option in
    s) size=$OPTARG ;;
    w) manager=openbox ;;
    *) sed -n '/^#   tests/,/^#   -w/s/^# *//p' "$0" >&2; exit 64 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { sed -n '/^#   tests/,/^#   -w/s/^# *//p' "$0" >&2; exit 64; }

for program in Xvfb dbus-run-session; do
  if ! command -v "$program" >/dev/null; then
    # What a TAP reader and a person both understand.
    echo "1..0 # SKIP $program is not installed"
    exit 0
  fi
done

home=$(mktemp -d "${TMPDIR:-/tmp}/leadup-headless.XXXXXX") || exit 1
server=
finish ()
{
  [ -z "$server" ] || { kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; }
  rm -rf "$home"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -p "$home/config" "$home/data" "$home/cache" "$home/state"
mkdir -m 700 "$home/run"

# A bus that starts no services: no portal, settings or file system daemon can wake up behind a test's back.
cat >"$home/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

# The server picks a free display and tells its number.
: >"$home/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset 3>"$home/display" >"$home/xvfb.log" 2>&1 &
server=$!
tries=0
while [ ! -s "$home/display" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ] || ! kill -0 "$server" 2>/dev/null; then
    echo "Bail out! The X server did not start:"
    sed 's/^/# /' "$home/xvfb.log"
    exit 1
  fi
  sleep 0.05
done

DISPLAY=:$(cat "$home/display")
HOME=$home
XDG_CONFIG_HOME=$home/config
XDG_DATA_HOME=$home/data
XDG_CACHE_HOME=$home/cache
XDG_STATE_HOME=$home/state
XDG_RUNTIME_DIR=$home/run
GDK_BACKEND=x11
GSK_RENDERER=${GSK_RENDERER:-cairo}
LIBGL_ALWAYS_SOFTWARE=1
GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory}
GTK_A11Y=${GTK_A11Y:-none}
GTK_USE_PORTAL=0
ADW_DISABLE_PORTAL=1
GIO_USE_VFS=local
NO_AT_BRIDGE=1
export DISPLAY HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_RUNTIME_DIR GDK_BACKEND GSK_RENDERER \
  LIBGL_ALWAYS_SOFTWARE GSETTINGS_BACKEND GTK_A11Y GTK_USE_PORTAL ADW_DISABLE_PORTAL GIO_USE_VFS NO_AT_BRIDGE
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

if [ -n "$manager" ] && command -v "$manager" >/dev/null; then
  # Without keys or menus, so that input meant for the program never reaches it.
  cat >"$home/openbox.xml" <<END
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard/>
  <mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
</openbox_config>
END
  "$manager" --sm-disable --config-file "$home/openbox.xml" >/dev/null 2>&1 &
  # Its own end comes with the server's.
  sleep 0.4
fi

dbus-run-session --config-file="$home/bus.conf" -- "$@"
