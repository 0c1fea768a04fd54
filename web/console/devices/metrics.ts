import { writeUnit } from '../shared/format.ts';
import { useLanguage, useWords } from '../shared/texts.ts';

const metrics: Record<string, { zh: string; en: string }> = {
  temperature: { zh: '温度', en: 'Temperature' },
  humidity: { zh: '相对湿度', en: 'Relative humidity' },
  'soil-moisture': { zh: '土壤含水量', en: 'Soil moisture' },
  'soil-temperature': { zh: '土壤温度', en: 'Soil temperature' },
  illuminance: { zh: '光照度', en: 'Illuminance' },
  co2: { zh: '二氧化碳浓度', en: 'CO₂' },
  ph: { zh: '酸碱度', en: 'pH' },
  battery: { zh: '电量', en: 'Battery' },
  door: { zh: '门（1 为开）', en: 'Door (1 = open)' },
  rainfall: { zh: '降雨量', en: 'Rainfall' },
  'wind-speed': { zh: '风速', en: 'Wind speed' },
  speed: { zh: '车速', en: 'Speed' },
  'inhibition-rate': { zh: '抑制率', en: 'Inhibition rate' },
};

/** The field's name of a metric; one that is new to the console keeps its own. */
export function useMetricName(): (metric: string) => string {
  return useWords(metrics);
}

export function useUnit(): (unit: string) => string {
  const language = useLanguage();
  return (unit) => writeUnit(unit, language);
}

const siteKinds = {
  plot: { zh: '地块', en: 'plot' },
  greenhouse: { zh: '温室大棚', en: 'greenhouse' },
  'cold-room': { zh: '冷库', en: 'cold room' },
  vehicle: { zh: '运输车辆', en: 'vehicle' },
  shop: { zh: '门店', en: 'shop' },
};

export function useSiteKind(): (kind: string) => string {
  return useWords(siteKinds);
}

const deviceKinds = {
  sensor: { zh: '传感器', en: 'sensor' },
  gateway: { zh: '网关', en: 'gateway' },
  'rapid-tester': { zh: '快检仪', en: 'rapid tester' },
  instrument: { zh: '检测仪器', en: 'instrument' },
};

export const deviceKindNames = Object.keys(deviceKinds);

export function useDeviceKind(): (kind: string) => string {
  return useWords(deviceKinds);
}
