# What Lanyard is built, run and tested with, by Debian's names. Sourced by the other scripts here.

build_packages='gcc libc6-dev meson ninja-build pkg-config gettext itstool libglib2.0-dev libglib2.0-dev-bin
  libgtk-4-dev libadwaita-1-dev libsoup-3.0-dev libjson-glib-dev libsecret-1-dev libsqlite3-dev libxml2-utils'

run_packages='adwaita-icon-theme fonts-cantarell glib-networking librsvg2-common libglib2.0-bin tzdata'

# A display for programs that nobody looks at, and what uses them in a person's place. The font is what is drawn with when
# no desktop says otherwise.
display_packages='xvfb openbox fonts-dejavu-core dbus dbus-daemon at-spi2-core python3 python3-gi gir1.2-atspi-2.0
  xdotool x11-utils imagemagick'

test_packages="$display_packages weston locales gnome-keyring libsecret-tools desktop-file-utils appstream
  appstream-compose yelp-tools man-db mandoc libgtk-4-bin ca-certificates gnutls-bin gdb
  poppler-utils"

# Not where Node.js came in another way: Debian's npm would put its own in the place of that.
node_packages=''
{ command -v node && command -v npm; } > /dev/null || node_packages='nodejs npm'

# For build-aux/screenshots.
picture_packages='xfwm4 hsetroot'

# For build-aux/test-flatpak and build-aux/flatpak-remote, which build-aux/test does without.
flatpak_packages='flatpak flatpak-builder elfutils gnupg xdg-desktop-portal bc'

# For build-aux/test-on.
root_packages='debootstrap iproute2 git'

coverage_packages='gcovr'

fuzz_packages='clang libclang-rt-dev'

# For build-aux/torture. Valgrind can't do without the debugging symbols of the C library.
torture_packages='valgrind libc6-dbg'

# What to look for where there is no dpkg, a command or a pkg-config module, and what brings it on Fedora, Arch and
# openSUSE.
build_elsewhere='
  gcc                    gcc              gcc        gcc
  meson                  meson            meson      meson
  msgfmt                 gettext          gettext    gettext-tools
  itstool                itstool          itstool    itstool
  xmllint                libxml2          libxml2    libxml2-tools
  glib-compile-resources glib2-devel      glib2-devel glib2-devel
  gtk4                   gtk4-devel       gtk4       gtk4-devel
  libadwaita-1           libadwaita-devel libadwaita libadwaita-devel
  libsoup-3.0            libsoup3-devel   libsoup3   libsoup-devel
  json-glib-1.0          json-glib-devel  json-glib  json-glib-devel
  libsecret-1            libsecret-devel  libsecret  libsecret-devel
  sqlite3                sqlite-devel     sqlite     sqlite3-devel'
display_elsewhere='
  Xvfb            xorg-x11-server-Xvfb xorg-server-xvfb xorg-x11-server-Xvfb
  openbox         openbox              openbox          openbox
  dbus-run-session dbus-daemon         dbus             dbus-1-daemon
  xdotool         xdotool              xdotool          xdotool
  xprop           xprop                xorg-xprop       xprop
  import          ImageMagick          imagemagick      ImageMagick
  atspi-2         at-spi2-core-devel   at-spi2-core     at-spi2-core-devel
  pygobject-3.0   python3-gobject-devel python-gobject  python3-gobject-devel'
test_elsewhere="$display_elsewhere"'
  weston                weston              weston              weston
  gnome-keyring-daemon  gnome-keyring       gnome-keyring       gnome-keyring
  desktop-file-validate desktop-file-utils  desktop-file-utils  desktop-file-utils
  appstreamcli          appstream           appstream           AppStream
  secret-tool           libsecret           libsecret           libsecret-tools
  gnutls-serv           gnutls-utils        gnutls              gnutls
  gcore                 gdb                 gdb                 gdb
  yelp-check            yelp-tools          yelp-tools          yelp-tools
  man                   man-db              man-db              man
  mandoc                mandoc              mandoc              mandoc
  pdftotext             poppler-utils       poppler             poppler-tools'

node_elsewhere='
  node                  nodejs              nodejs              nodejs
  npm                   nodejs-npm          npm                 npm'

# install_packages KIND…: what of the kinds (build, run, display and others, as the lists above) is missing, asking sudo
# only when not root; nothing when nothing is.
install_packages() {
  local kind name missing=() sudo=()
  if ! command -v dpkg-query > /dev/null; then
    name_missing "$@"
    return
  fi
  for kind; do
    local list=${kind}_packages
    for name in ${!list}; do
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2> /dev/null)" = installed ] || missing+=("$name")
    done
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  echo "Installing ${missing[*]}"
  "${sudo[@]}" apt-get -q update
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}"
}

# name_missing KIND…: says what to install where it isn't ours to; fails when something is missing.
name_missing() {
  local kind looked_for fedora arch suse missing_fedora='' missing_arch='' missing_suse=''
  for kind; do
    local table=${kind}_elsewhere
    while read -r looked_for fedora arch suse; do
      [ -n "$looked_for" ] || continue
      command -v "$looked_for" > /dev/null || pkg-config --exists "$looked_for" 2> /dev/null && continue
      missing_fedora+=" $fedora" missing_arch+=" $arch" missing_suse+=" $suse"
    done <<< "${!table:-}"
  done
  [ -n "$missing_fedora" ] || return 0
  echo 'This is not Debian or Ubuntu, where the packages would be installed now. Please do it first:' >&2
  printf '  Fedora:   dnf install%s\n  Arch:     pacman -S%s\n  openSUSE: zypper install%s\n' \
    "$missing_fedora" "$missing_arch" "$missing_suse" >&2
  return 1
}
