"""Which machines may be asked: those on the public network, and no other under whatever spelling.

A reviewer checks the addresses in a stranger's paper; none of them may lead to the reviewer's own machine, network or
cloud. It is the numeric address that is judged, after the name was looked up, for `127.1`, `0x7f.1` and a name that
its owner lets point to 127.0.0.1 all look harmless. Sources: the IANA registries of special-purpose addresses for
IPv4 and IPv6 (RFC 6890 and what came after it).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_CLOSED_4 = tuple(
    map(
        IPv4Network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
            *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
            *("224.0.0.0/4", "240.0.0.0/4"),
            "168.63.129.16/32",  # public by number, but the host of every virtual machine in Azure
        ),
    )
)
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6 = tuple(
    map(
        IPv6Network,
        (
            *("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20"),
            *("5f00::/16", "3ffe::/16"),
        ),
    )
)
_HOLDS_4 = {
    IPv6Network("64:ff9b::/96"): 0,  # NAT64, RFC 6052
    IPv6Network("2002::/16"): 80,  # 6to4, RFC 3056
}
"""Networks of IPv6 that stand for IPv4, and how many bits stand behind the address of IPv4 in them."""


def is_public(address: str) -> bool:
    """Whether a numeric address, IPv4 or IPv6, is one on the public network; what cannot be read is not."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public_4(ip) if isinstance(ip, IPv4Address) else _is_public_6(ip)


def _is_public_4(ip: IPv4Address) -> bool:
    return not any(ip in network for network in _CLOSED_4)


def _is_public_6(ip: IPv6Address) -> bool:
    for network, behind in _HOLDS_4.items():
        if ip in network:
            return _is_public_4(IPv4Address(int(ip) >> behind & 0xFFFFFFFF))
    if ip not in _OPEN_6 or any(ip in network for network in _CLOSED_6):
        return False
    # ISATAP (RFC 5214) puts an address of IPv4 behind 0:5efe, in any network
    middle = int(ip) >> 32 & 0xFFFFFFFF
    return middle & 0xFDFFFFFF != 0x5EFE or _is_public_4(IPv4Address(int(ip) & 0xFFFFFFFF))
