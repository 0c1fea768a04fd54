/** A filter for texts in which these words stand; none of their characters has a meaning of its own. */
export function containing(words: string): { $regex: string } {
  return { $regex: words.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`) };
}
