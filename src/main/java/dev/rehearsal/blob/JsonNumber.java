package dev.rehearsal.blob;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** The two spellings of a number in a blob: one for its hash, one for answers. Neither depends on how it was written. */
final class JsonNumber {

    /** Beyond the largest number that Balrog's floating point holds; it shows such numbers as infinite. */
    private static final int MOST_INTEGER_DIGITS = 309;

    private static final int FIRST_SCIENTIFIC_EXPONENT = 16;
    private static final int LAST_SCIENTIFIC_EXPONENT = -5;

    private JsonNumber() {}

    /** Equal for equal numbers, different for different ones. */
    static String canonical(JsonNode number) {
        if (isBeyondDecimal(number)) {
            return Double.toString(number.doubleValue());
        }
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        boolean shortInteger = value.scale() <= 0 && integerDigits(value) <= MOST_INTEGER_DIGITS;
        return shortInteger ? value.toBigInteger().toString() : value.unscaledValue() + "E" + -value.scale();
    }

    /** As Balrog prints it in an answer: integers by their digits, others as Python prints a float. */
    static String printed(JsonNode number) {
        if (isBeyondDecimal(number)) {
            return printedFloat(number.doubleValue());
        }
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        if (value.scale() <= 0 && integerDigits(value) <= MOST_INTEGER_DIGITS) {
            return value.toBigInteger().toString();
        }
        return printedFloat(value.doubleValue());
    }

    private static boolean isBeyondDecimal(JsonNode number) {
        return (number.isDouble() || number.isFloat()) && !Double.isFinite(number.doubleValue());
    }

    private static long integerDigits(BigDecimal value) {
        return (long) value.precision() - value.scale();
    }

    private static String printedFloat(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (shortest.signum() != 0 && (exponent >= FIRST_SCIENTIFIC_EXPONENT || exponent <= LAST_SCIENTIFIC_EXPONENT)) {
            return scientific(shortest, exponent);
        }
        return shortest.scale() <= 0 ? shortest.toPlainString() + ".0" : shortest.toPlainString();
    }

    private static String scientific(BigDecimal value, int exponent) {
        BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
        return mantissa.toPlainString() + "e" + (exponent < 0 ? "-" : "+") + power;
    }
}
