export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)} %`;

/** A share to look at, and the text beside it that says the same. */
export function Share({ share, text }: { share: number; text: string }) {
  return (
    <span className="share">
      <meter min={0} max={1} value={share} aria-label={text} />
      {text}
    </span>
  );
}
