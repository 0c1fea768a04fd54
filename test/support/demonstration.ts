import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../../server/database/testing-support/temporary-database.ts';
import { type ServiceProcess, startService } from './service-process.ts';

export const demoPassword = 'a password for the demo';

export interface Demonstration extends ServiceProcess {
  end(): Promise<void>;
}

/** The built demonstration on a folder of its own. */
export async function startDemonstration(settings: Record<string, string> = {}): Promise<Demonstration> {
  const database = await temporaryDatabase();
  const environment = {
    ...database.environment,
    DEMO_PASSWORD: demoPassword,
    PUBLIC_URL: 'http://agritrace.invalid',
    ...settings,
  };
  const service = await startService(environment, 'dist/demo/main.js');
  return {
    ...service,
    async end() {
      await service.stop();
      await database.remove();
    },
  };
}

/** A page of the console, signed in by hand. */
export async function signInToConsole(
  browser: Browser,
  url: string,
  username: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(`${url}/console/`);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(demoPassword);
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await page.locator('#main h1').waitFor();
  return page;
}
