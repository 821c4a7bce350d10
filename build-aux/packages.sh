# What Lanyard is built, run and tested with, by Debian's names. Sourced by build-aux/run and build-aux/test.

build_packages='gcc libc6-dev meson ninja-build pkg-config gettext itstool libglib2.0-dev libglib2.0-dev-bin
  libgtk-4-dev libadwaita-1-dev libsoup-3.0-dev libjson-glib-dev libsecret-1-dev libsqlite3-dev libxml2-utils'

run_packages='adwaita-icon-theme fonts-cantarell glib-networking librsvg2-common libglib2.0-bin'

test_packages='locales xvfb openbox dbus dbus-daemon dbus-x11 at-spi2-core python3 python3-gi python3-pyatspi
  gir1.2-atspi-2.0 xdotool x11-utils imagemagick gnome-keyring libsecret-tools desktop-file-utils appstream
  appstream-compose yelp-tools man-db mandoc libgtk-4-bin ca-certificates gnutls-bin'

# For build-aux/test-flatpak and build-aux/flatpak-remote, which build-aux/test does without.
flatpak_packages='flatpak flatpak-builder elfutils gnupg xdg-desktop-portal bc'

# A line for each of the families of distributions that we know the names of.
other_names='
Fedora:   gcc meson gettext itstool gtk4-devel libadwaita-devel libsoup3-devel json-glib-devel libsecret-devel sqlite-devel glib-networking
Arch:     gcc meson gettext itstool gtk4 libadwaita libsoup3 json-glib libsecret sqlite glib-networking
openSUSE: gcc meson gettext-tools itstool gtk4-devel libadwaita-devel libsoup-devel json-glib-devel libsecret-devel sqlite3-devel glib-networking'

# install_packages PACKAGE…: what of it is missing, asking sudo only when not root; nothing when nothing is.
install_packages() {
  if ! command -v dpkg-query > /dev/null; then
    pkg-config --exists gtk4 libadwaita-1 libsoup-3.0 json-glib-1.0 libsecret-1 sqlite3 2> /dev/null &&
      command -v meson > /dev/null && return 0
    printf 'This is not Debian or Ubuntu. Please install first:%s\n' "$other_names" >&2
    return 1
  fi
  local package missing=() sudo=()
  for package; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  echo "Installing ${missing[*]}"
  "${sudo[@]}" apt-get -q update
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}"
}
