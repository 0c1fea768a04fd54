import { type ThemeConfig, theme } from 'antd';

export type Appearance = 'light' | 'dark';

const fontFamily =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** Who asked the system for less motion gets none here. */
const motion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const common = {
  motion,
  fontFamily,
  borderRadius: 6,
  controlHeight: 36,
  fontSize: 14,
  wireframe: false,
};

/** antd's side of the colours in `app.css`. Red stays with warnings and failed tests. */
const themes: Record<Appearance, ThemeConfig> = {
  light: {
    hashed: false,
    token: {
      ...common,
      colorPrimary: '#0b6b4b',
      colorLink: '#0b6b4b',
      colorText: '#1c2420',
      colorTextSecondary: '#4c5752',
      colorTextDescription: '#5a655f',
      colorTextPlaceholder: '#6b756f',
      colorTextDisabled: '#6b756f',
      colorBorder: '#8b9690',
      colorError: '#a8071a',
    },
  },
  dark: {
    hashed: false,
    algorithm: theme.darkAlgorithm,
    token: {
      ...common,
      colorPrimary: '#1f8a63',
      colorLink: '#6fd3a8',
      colorBgBase: '#121614',
      colorText: '#e6ebe8',
      colorTextSecondary: '#b3bdb7',
      colorTextDescription: '#a3ada7',
      colorTextPlaceholder: '#98a29c',
      colorTextDisabled: '#98a29c',
      colorBorder: '#66706a',
      colorError: '#ff9c9c',
    },
  },
};

export function themeOf(appearance: Appearance): ThemeConfig {
  return themes[appearance];
}
