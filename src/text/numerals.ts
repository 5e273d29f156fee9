/** Chinese and Arabic numerals as reports write them: 17, 十二, 两, 第三. */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Pattern source of a count: `17`, `1.2`, `十二`. */
export const COUNT = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千]+)';

/** Value of a numeral, or null: 十二 → 12, 二十 → 20, 17 → 17, 二〇二四 → 2024; 三四 (three or four) has none. */
export const numeralValue = (numeral: string): number | null => {
  if (/^\d+(\.\d+)?$/.test(numeral)) return Number(numeral);
  if (!/^[零〇一二两三四五六七八九十百千]+$/.test(numeral)) return null;
  if (numeral.length > 1 && !/[十百千]/.test(numeral)) {
    const years = /^[一二][零〇一二三四五六七八九]{3}$/.test(numeral);
    return years ? Number([...numeral].map((char) => DIGITS[char]).join('')) : null;
  }
  let total = 0;
  let digit = 0;
  for (const char of numeral) {
    const unit = UNITS[char];
    if (unit === undefined) digit = DIGITS[char] ?? 0;
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
};
