import type { Bilingual } from '../../http/fields.ts';

/** 拓扑抑制: when so many of the devices behind one gateway are silent, it is the gateway. */
export interface GatewayFacts {
  /** Devices that the gateway publishes for. */
  behind: number;
  /** Those of them that are silent now. */
  silent: number;
}

const fewest = 3;

/** Half of them, and three at least: one or two silent devices are their own trouble. */
export function isGatewaySilent({ behind, silent }: GatewayFacts): boolean {
  return silent >= fewest && silent * 2 >= behind;
}

export function gatewayKey(gatewayId: string): string {
  return `gateway-silence|${gatewayId}`;
}

export function gatewayText(
  gateway: string,
  { behind, silent }: GatewayFacts,
): { title: Bilingual; detail: Bilingual } {
  return {
    title: { zh: `网关失联：${gateway}`, en: `Gateway silent: ${gateway}` },
    detail: {
      zh: `网关“${gateway}”后的 ${behind} 台设备中有 ${silent} 台没有上报数据`,
      en: `${silent} of ${behind} devices behind gateway “${gateway}” have sent nothing`,
    },
  };
}
