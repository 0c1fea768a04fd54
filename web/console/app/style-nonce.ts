/**
 * Gives each style element that a script of ours makes the page's nonce, which the content security policy asks for.
 * `ConfigProvider csp` of antd would not do: its measuring of scroll bars and its locking of scrolling forget the nonce.
 * Style elements that come as markup stay without, and so without effect.
 */
export function signStyleElements(): void {
  const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce;
  if (!nonce) return;
  const createElement = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
