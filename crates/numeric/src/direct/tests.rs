//! Results that Python gives, and texts that come back.

use super::{Bitwise, Operand, TEXT_LENGTH, Word, decimal, parse_decimal};

fn check(left: &str, right: &str, operation: impl Fn(Operand<'_>, Operand<'_>, &mut [Word]) -> bool, expected: &str) {
    let (Some(left), Some(right)) = (parse_decimal(left.as_bytes()), parse_decimal(right.as_bytes())) else {
        panic!("the operands are numbers");
    };
    let mut out = [Word::MAX; 20];
    let negative = operation(left.operand(), right.operand(), &mut out);
    let mut text = [0; TEXT_LENGTH];
    let shown = decimal(Operand::new(negative, &out), &mut text);
    assert_eq!(shown.and_then(|text| core::str::from_utf8(text).ok()), Some(expected));
}

#[test]
fn operations_agree_with_python() {
    let (a, b) = ("-123456789012345678901234567890123456789012345678901", "98765432109876543210987654321098");
    check(a, b, |left, right, out| left.add(right, out), "-123456789012345678802469135780246913578024691357803");
    check(b, a, |left, right, out| left.add(right, out), "-123456789012345678802469135780246913578024691357803");
    check(a, b, |left, right, out| left.floor_divide(right, out), "-1249999988609375001");
    check(a, b, |left, right, out| left.modulo(right, out), "84702932108469336420718402392197");
    check(b, a, |left, right, out| left.floor_divide(right, out), "-1");
    check(b, a, |left, right, out| left.modulo(right, out), "-123456789012345678802469135780246913578024691357803");
    check(
        a,
        "-7",
        |left, right, out| left.floor_divide(right, out),
        "17636684144620811271604938270017636684144620811271",
    );
    check(a, "-7", |left, right, out| left.modulo(right, out), "-4");
    check(a, "7", |left, right, out| left.modulo(right, out), "3");
    check(
        a,
        "10",
        |left, right, out| left.bitwise(right, Bitwise::Or, out),
        "-123456789012345678901234567890123456789012345678901",
    );
    check(a, b, |left, _, out| left.shift_right(70, out), "-104571967855679483088554295860");
    check(a, b, |left, _, out| left.shift_left(3, out), "-987654312098765431209876543120987654312098765431208");
}
