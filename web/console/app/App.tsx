import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../api/query-client.ts';
import { localeOf, useLanguage } from '../shared/texts.ts';
import { AppearanceProvider, useAppearance } from './appearance.tsx';
import { createRouter } from './routes.tsx';
import { themeOf } from './theme.ts';

export function App() {
  return (
    <AppearanceProvider>
      <Console />
    </AppearanceProvider>
  );
}

function Console() {
  const language = useLanguage();
  const { appearance } = useAppearance();
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(createRouter);

  useEffect(() => {
    document.documentElement.lang = localeOf[language];
  }, [language]);

  return (
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      theme={themeOf(appearance)}
      modal={{ mask: { blur: false } }}
      drawer={{ mask: { blur: false } }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="console">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
