/** As much of a browser as a sign-in needs: cookies by host and path, one redirect at a time. */
export class Browser {
  readonly cookies: { host: string; path: string; name: string; value: string; sameSite: string }[] = [];

  async open(address: URL, form?: Record<string, string>): Promise<Response> {
    const sent = this.cookies.filter(({ host, path: at }) => host === address.host && address.pathname.startsWith(at));
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      headers: { cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) this.keep(address.host, line);
    return response;
  }

  find(name: string) {
    return this.cookies.find((cookie) => cookie.name === name);
  }

  private keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const attribute = (wanted: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1) ?? '';
    const kept = this.cookies.findIndex((cookie) => cookie.name === name && cookie.host === host);
    if (kept >= 0) this.cookies.splice(kept, 1);
    if (/^Thu, 01 Jan 1970/.test(attribute('expires'))) return;
    const value = pair.slice(at + 1);
    this.cookies.push({ host, path: attribute('path') || '/', name, value, sameSite: attribute('samesite') });
  }
}
