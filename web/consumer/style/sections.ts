/** Tests, journey, curves, what is missing. */
export const sections = `
.section{padding-top:2rem}
.section>h2{font-size:1.3125rem;padding-bottom:.375rem;border-bottom:.125rem solid var(--ink)}
.section>h2 small{font-size:.875rem;font-weight:400}
.section>p,.section>.legend{margin-top:.625rem}
.proof p{margin-top:.5rem}
.proof-ok b{color:var(--official)}
.proof-bad{padding:.625rem;background:var(--fail-ground);color:var(--fail);font-weight:600}
.test{margin-top:1rem;padding:.875rem 1rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.test header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline}
.test header h3,.result-head b{margin-right:.75rem}
.test h3,.environment h3{font-size:1.0625rem;line-height:1.4}
.test header .word{font-size:1rem}
.meta span,.figures span,.details span{display:inline-block;margin-right:.75rem}
.meta .code{margin:0}
.unchecked{color:var(--held);font-weight:600}
.upstream{font-size:.875rem;color:var(--free)}
.result{padding:.625rem 0;border-top:1px solid var(--line)}
.results{margin-top:.625rem}
.result-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;line-height:1.4}
.figures{font-size:.875rem;line-height:1.5}
.why{font-size:.875rem;line-height:1.5;color:var(--soft)}
.r-pass,.r-pass .word{--tone:var(--official)}
.r-first,.r-first .word{--tone:var(--grey)}
.r-no-limit,.r-not-comparable{--tone:var(--free)}
.r-pending{--tone:var(--grey)}
.r-fail{--tone:var(--fail)}
.word.r-pass,.word.r-first,.word.r-no-limit,.word.r-not-comparable,.word.r-pending,.word.r-fail,.result .word{color:var(--tone)}
.plan-self-check,.plan-self-check .r-pass{--official:var(--self)}
.plan-commissioned,.plan-commissioned .r-pass{--official:var(--commissioned)}
.result.r-fail{margin:0 -1rem;padding-left:1rem;padding-right:1rem;background:var(--fail-ground)}
.r-fail .why{color:var(--ink)}
.bar{width:100%;height:.75rem;margin:.25rem 0}
.track{fill:var(--line)}
.value{fill:var(--tone)}
.over{fill:var(--fail)}
.limit{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
.reasons li{padding:.25rem 0}
.journey{margin-top:1rem;border-left:.125rem solid var(--line);margin-left:.4375rem}
.journey li{position:relative;padding:0 0 .875rem 1.25rem;line-height:1.5}
.journey li::before{content:"";position:absolute;left:-.5rem;top:.375rem;width:.875rem;height:.875rem;border-radius:50%;background:var(--accent);border:.1875rem solid var(--page)}
.journey .earlier::before{background:var(--page);border:.125rem solid var(--free)}
.journey p:first-child{display:flex;flex-wrap:wrap;justify-content:space-between}
.when{font-size:.875rem}
.details{font-size:.9375rem}
.environment{padding:1rem 0;border-bottom:1px solid var(--line)}
.environment figcaption p{font-size:.9375rem;line-height:1.55}
.e-within{color:var(--official)}
.e-outside{color:var(--fail)}
.e-unjudged{color:var(--grey)}
.curve{width:100%;height:auto;margin-top:.5rem}
.curve text{font-size:.6875rem;fill:var(--soft)}
.band{fill:var(--official-ground)}
.grid{stroke:var(--line);stroke-width:.75}
.bound{stroke:var(--official);stroke-dasharray:4 3;fill:none}
.line{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}
.extreme{fill:var(--fail);stroke:var(--page);stroke-width:1.5}
.axis{display:flex;justify-content:space-between;padding-left:12.5%;font-size:.8125rem}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .5rem .25rem 0;border-bottom:1px solid var(--line);text-align:left;font-weight:400}
td{text-align:right}
thead th{color:var(--soft)}
thead th+th{text-align:right}
.missing li{position:relative;padding:.5rem 0 .5rem 1.75rem;border-bottom:1px solid var(--line)}
.missing li::before{content:"";position:absolute;left:.125rem;top:.875rem;width:.875rem;height:.875rem;border:.125rem dashed var(--held)}`;
