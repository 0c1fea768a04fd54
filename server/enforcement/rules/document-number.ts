/** `商州区农罚〔2026〕12号`: in sequence for each authority, word and year. */
export function documentNumber(authority: string, word: string, year: string, count: number): string {
  return `${authority}${word}〔${year}〕${count}号`;
}

/** The authority 主管部门 is the county's or the city's: a town has none of its own. */
export function authorityOf(divisionCode: string): string {
  return divisionCode.slice(0, 6);
}
