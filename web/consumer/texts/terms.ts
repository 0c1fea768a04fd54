import type { Bilingual, JourneyStep, Test } from '../trace-view.ts';

/** Words for the values that occur in the data. */

export const producerKinds: Record<string, Bilingual> = {
  enterprise: { zh: '企业', en: 'enterprise' },
  cooperative: { zh: '合作社', en: 'cooperative' },
  'family-farm': { zh: '家庭农场', en: 'family farm' },
  smallholder: { zh: '农户', en: 'smallholder' },
  purchaser: { zh: '收购者', en: 'purchaser' },
  market: { zh: '批发市场', en: 'wholesale market' },
};

export const siteKinds: Record<string, Bilingual> = {
  plot: { zh: '地块', en: 'plot' },
  greenhouse: { zh: '温室大棚', en: 'greenhouse' },
  'cold-room': { zh: '冷库', en: 'cold room' },
  vehicle: { zh: '运输车辆', en: 'vehicle' },
  shop: { zh: '门店', en: 'shop' },
};

export const steps: Record<JourneyStep['step'], Bilingual> = {
  sow: { zh: '播种', en: 'Sown' },
  treat: { zh: '施用农业投入品', en: 'Treated' },
  irrigate: { zh: '灌溉', en: 'Irrigated' },
  harvest: { zh: '采收', en: 'Harvested' },
  cool: { zh: '预冷', en: 'Cooled' },
  transform: { zh: '加工、分装或合并', en: 'Processed, split or merged' },
  ship: { zh: '发货', en: 'Shipped' },
  receive: { zh: '收货', en: 'Received' },
  other: { zh: '其他记录', en: 'Other record' },
};

/** 抽样类别 */
export const planKinds: Record<Test['planKind'], Bilingual> = {
  'routine-monitoring': { zh: '官方例行监测', en: 'Official routine monitoring' },
  'supervised-check': { zh: '官方监督抽查', en: 'Official supervised check' },
  'risk-monitoring': { zh: '官方风险监测', en: 'Official risk monitoring' },
  'self-check': { zh: '生产者自检', en: 'Producer’s own check' },
  commissioned: { zh: '委托检测', en: 'Commissioned test' },
};

export const metrics: Record<string, Bilingual> = {
  temperature: { zh: '温度', en: 'Temperature' },
  'air-temperature': { zh: '空气温度', en: 'Air temperature' },
  'soil-temperature': { zh: '土壤温度', en: 'Soil temperature' },
  'water-temperature': { zh: '水温', en: 'Water temperature' },
  humidity: { zh: '相对湿度', en: 'Relative humidity' },
  'air-humidity': { zh: '空气湿度', en: 'Air humidity' },
  'relative-humidity': { zh: '相对湿度', en: 'Relative humidity' },
  'soil-moisture': { zh: '土壤水分', en: 'Soil moisture' },
  illuminance: { zh: '光照度', en: 'Illuminance' },
  light: { zh: '光照度', en: 'Light' },
  co2: { zh: '二氧化碳', en: 'Carbon dioxide' },
  ph: { zh: '酸碱度', en: 'pH' },
  'soil-ph': { zh: '土壤酸碱度', en: 'Soil pH' },
  'dissolved-oxygen': { zh: '溶解氧', en: 'Dissolved oxygen' },
  ammonia: { zh: '氨气', en: 'Ammonia' },
  rainfall: { zh: '降雨量', en: 'Rainfall' },
  'wind-speed': { zh: '风速', en: 'Wind speed' },
  door: { zh: '门（1 为开）', en: 'Door (1 = open)' },
};

/** UCUM codes whose written form a shopper would not know. */
export const unitTerms: Record<string, Bilingual> = {
  kg: { zh: '千克', en: 'kg' },
  g: { zh: '克', en: 'g' },
  t: { zh: '吨', en: 't' },
  L: { zh: '升', en: 'L' },
  Cel: { zh: '°C', en: '°C' },
  '{piece}': { zh: '件', en: 'pieces' },
  '{box}': { zh: '箱', en: 'boxes' },
  '{egg}': { zh: '枚', en: 'eggs' },
  lx: { zh: '勒克斯', en: 'lx' },
  '[ppm]': { zh: 'ppm', en: 'ppm' },
  '1': { zh: '', en: '' },
  '[pH]': { zh: '', en: '' },
};

/** 突发事件应对法 第六十三条(2024): red I, orange II, yellow III, blue IV. */
export const alertLevels = {
  red: { zh: '红色预警', en: 'Red warning', roman: 'Ⅰ' },
  orange: { zh: '橙色预警', en: 'Orange warning', roman: 'Ⅱ' },
  yellow: { zh: '黄色预警', en: 'Yellow warning', roman: 'Ⅲ' },
  blue: { zh: '蓝色预警', en: 'Blue warning', roman: 'Ⅳ' },
} as const;
