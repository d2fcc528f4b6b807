# What the packages' own scripts would have done, and away with what no test reads. $1: the new system's root.
set -eu
cp "$1/usr/share/base-passwd/passwd.master" "$1/etc/passwd"
cp "$1/usr/share/base-passwd/group.master" "$1/etc/group"
echo 'appuser:x:1000:1000::/home/appuser:/bin/bash' >>"$1/etc/passwd"
echo 'appuser:x:1000:' >>"$1/etc/group"
mkdir -p "$1/home/appuser" && chown 1000:1000 "$1/home/appuser"
ln -sfn "$(basename "$(ls -d "$1"/usr/lib/jvm/java-*-openjdk-* | head -n 1)")" "$1/usr/lib/jvm/java"
[ -e "$1/usr/bin/awk" ] || ln -s mawk "$1/usr/bin/awk"
chroot "$1" ldconfig
rm -rf "$1"/usr/share/doc "$1"/usr/share/man "$1"/usr/share/locale "$1"/usr/lib/*/gconv "$1"/var/cache/apt "$1"/var/lib/apt/lists
