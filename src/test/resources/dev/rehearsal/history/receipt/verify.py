"""Checks a DSSE envelope with an Ed25519 key by the texts of DSSE and RFC 8032 alone, with what Python 3 brings.

usage: verify.py ENVELOPE PUBLIC.pem [SUBJECT...]   or   verify.py --vector PUBLIC_HEX MESSAGE_HEX SIGNATURE_HEX
"""
import base64
import hashlib
import json
import sys

# RFC 8032, section 5.1: the field, the curve and its base point.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    return P - x if x & 1 != sign else x


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    sum_ = (0, 1, 1, 0)
    while number:
        if number & 1:
            sum_ = add(sum_, point)
        point = add(point, point)
        number >>= 1
    return sum_


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign = y >> 255
    y &= 2**255 - 1
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def has_signed(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    return same(times(s, BASE), add(r, times(h, a)))


def check(envelope_file, key_file, subject_files):
    envelope = json.load(open(envelope_file, "rb"))
    der = base64.b64decode("".join(open(key_file).read().splitlines()[1:-1]))
    assert der[:12].hex() == "302a300506032b6570032100", "no Ed25519 key"
    payload = base64.b64decode(envelope["payload"], validate=True)
    type_ = envelope["payloadType"].encode()
    signed = b"DSSEv1 %d %s %d %s" % (len(type_), type_, len(payload), payload)
    assert type_ == b"application/vnd.in-toto+json"
    for one in envelope["signatures"]:
        assert one["keyid"] == hashlib.sha256(der).hexdigest(), "another key"
        assert has_signed(der[12:], signed, base64.b64decode(one["sig"], validate=True)), "no signature of this"
    assert envelope["signatures"], "not signed"
    statement = json.loads(payload)
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    digests = [subject["digest"]["sha256"] for subject in statement["subject"]]
    for file in subject_files:
        assert hashlib.sha256(open(file, "rb").read()).hexdigest() in digests, file + " is no subject"
    return "receipt %d after %s" % (
        statement["predicate"]["receipt"]["number"],
        (statement["predicate"]["receipt"]["previous"] or {}).get("sha256"),
    )


if __name__ == "__main__":
    if sys.argv[1] == "--vector":
        public, message, signature = map(bytes.fromhex, sys.argv[2:5])
        sys.exit(0 if has_signed(public, message, signature) else 1)
    try:
        print(check(sys.argv[1], sys.argv[2], sys.argv[3:]))
    except (AssertionError, ValueError, KeyError) as wrong:
        sys.exit("does not verify: %s" % wrong)
