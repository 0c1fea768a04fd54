/** The first screen: verdict, alerts, facts, contents. */
export const answer = `
.verdict{--tone:var(--grey);--ground:var(--grey-ground);background:var(--ground);border-radius:.5rem;padding:1rem 1rem .75rem;border:1px solid var(--tone)}
.v-passed-official{--tone:var(--official);--ground:var(--official-ground)}
.v-passed-commissioned{--tone:var(--commissioned);--ground:var(--commissioned-ground)}
.v-passed-self{--tone:var(--self);--ground:var(--self-ground)}
.v-tested-no-limit{--tone:var(--free);--ground:var(--free-ground)}
.v-held{--tone:var(--held);--ground:var(--held-ground)}
.v-held,.v-failed,.v-recalled{border-width:.125rem}
.v-failed,.v-recalled{--tone:var(--fail);--ground:var(--fail-ground)}
.v-test-pending,.v-not-tested{border:.125rem dashed var(--tone)}
.warned{--tone:var(--caution);--ground:var(--caution-ground)}
.verdict-head{display:flex;align-items:center;color:var(--tone)}
.verdict h2{font-size:1.5rem}
.badge{width:2.75rem;height:2.75rem;flex:none;margin-right:.625rem;fill:none;stroke:currentColor;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
.filled .shape{fill:var(--tone)}
.filled .sign{stroke:var(--ground);stroke-width:3.5}
.dotted .shape{stroke-dasharray:5 6}
.sentence{margin-top:.5rem;font-size:1.125rem;line-height:1.6}
.advice{margin-top:.375rem;font-size:1.125rem;font-weight:700;color:var(--tone)}
.verdict .code{font-size:.9em}
.basis{margin-top:.5rem;border-top:1px solid var(--line);padding-top:.375rem;font-size:.875rem;line-height:1.5}
.basis div,.facts dl div{display:flex;flex-wrap:wrap;align-items:baseline}
.basis dt,.facts dt{flex:0 0 6.25em}
[lang=zh-CN] .facts dt{flex-basis:4.25em}
.basis dd,.facts dd{flex:1 1 9em;min-width:0}
.place,.facts .kind{display:inline-block}
.strength{display:inline-block;margin-right:.375rem}
.strength i{display:inline-block;width:.875rem;height:.5rem;margin-right:.1875rem;border:1px solid var(--tone)}
.strength .on{background:var(--tone)}
.facts{padding:.875rem 0 0}
.facts dt{color:var(--soft);font-size:.9375rem}
.facts dl div{line-height:1.5;padding:.3125rem 0;border-bottom:1px solid var(--line)}
.contents{display:grid;grid-template-columns:repeat(auto-fit,minmax(4.5rem,1fr));margin-top:.875rem;border:1px solid var(--line);border-radius:.5rem;background:var(--surface);text-align:center}
.contents a{display:block;padding:.375rem .125rem;color:var(--ink);text-decoration:none;border-left:1px solid var(--line);font-size:.8125rem;line-height:1.35}
.contents a:first-child{border:0}
.contents b{display:block;font-size:1.125rem}
.contents span{color:var(--soft)}
.alerts{margin-bottom:.875rem;border:.125rem solid var(--fail);border-radius:.5rem;background:var(--surface);overflow:hidden}
.verdict+.alerts,.measures .alerts{margin:.875rem 0 0}
.alerts h2{padding:.375rem .875rem;background:var(--fail-ground);color:var(--fail);font-size:1rem;line-height:1.5}
.alerts h2 small{color:inherit}
.alert{padding:.625rem .875rem .75rem}
.alert+.alert{border-top:1px solid var(--line)}
.alert-head{display:flex;flex-wrap:wrap;align-items:center;font-size:.875rem}
.alert h3{margin-top:.25rem;font-size:1.0625rem;line-height:1.45}
.alert h3+p{font-size:.9375rem;line-height:1.55}
.level{display:inline-flex;align-items:center;margin-right:.625rem;padding:.0625rem .5rem;border-radius:.1875rem;font-weight:700;border:1px solid var(--rim)}
.level svg{width:.875rem;height:.875rem;margin-right:.3125rem;fill:currentColor}
.a-red .level{background:var(--red);color:var(--on-red)}
.a-orange .level{background:var(--orange);color:var(--on-orange)}
.a-yellow .level{background:var(--yellow);color:var(--on-yellow)}
.a-blue .level{background:var(--blue);color:var(--on-blue)}`;
