/*! Includes Lit (c) Google LLC, BSD-3-Clause, and socket.io-client (c) Guillermo Rauch, MIT. */
"use strict";(()=>{var Zt=Object.defineProperty;var Hi=Object.getOwnPropertyDescriptor;var Ui=(r,e)=>{for(var t in e)Zt(r,t,{get:e[t],enumerable:!0})};var p=(r,e,t,i)=>{for(var s=i>1?void 0:i?Hi(e,t):e,n=r.length-1,o;n>=0;n--)(o=r[n])&&(s=(i?o(e,t,s):o(s))||s);return i&&s&&Zt(e,t,s),s};var Le=globalThis,Me=Le.ShadowRoot&&(Le.ShadyCSS===void 0||Le.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ut=Symbol(),er=new WeakMap,fe=class{constructor(e,t,i){if(this._$cssResult$=!0,i!==ut)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Me&&e===void 0){let i=t!==void 0&&t.length===1;i&&(e=er.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),i&&er.set(t,e))}return e}toString(){return this.cssText}},Pe=r=>new fe(typeof r=="string"?r:r+"",void 0,ut),S=(r,...e)=>{let t=r.length===1?r[0]:e.reduce((i,s,n)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+r[n+1],r[0]);return new fe(t,r,ut)},tr=(r,e)=>{if(Me)r.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let i=document.createElement("style"),s=Le.litNonce;s!==void 0&&i.setAttribute("nonce",s),i.textContent=t.cssText,r.appendChild(i)}},ft=Me?r=>r:r=>r instanceof CSSStyleSheet?(e=>{let t="";for(let i of e.cssRules)t+=i.cssText;return Pe(t)})(r):r;var{is:Ii,defineProperty:Vi,getOwnPropertyDescriptor:Wi,getOwnPropertyNames:Fi,getOwnPropertySymbols:ji,getPrototypeOf:Ki}=Object,qe=globalThis,rr=qe.trustedTypes,Yi=rr?rr.emptyScript:"",Qi=qe.reactiveElementPolyfillSupport,me=(r,e)=>r,ge={toAttribute(r,e){switch(e){case Boolean:r=r?Yi:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,e){let t=r;switch(e){case Boolean:t=r!==null;break;case Number:t=r===null?null:Number(r);break;case Object:case Array:try{t=JSON.parse(r)}catch{t=null}}return t}},Be=(r,e)=>!Ii(r,e),ir={attribute:!0,type:String,converter:ge,reflect:!1,useDefault:!1,hasChanged:Be};Symbol.metadata??=Symbol("metadata"),qe.litPropertyMetadata??=new WeakMap;var D=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ir){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let i=Symbol(),s=this.getPropertyDescriptor(e,i,t);s!==void 0&&Vi(this.prototype,e,s)}}static getPropertyDescriptor(e,t,i){let{get:s,set:n}=Wi(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:s,set(o){let a=s?.call(this);n?.call(this,o),this.requestUpdate(e,a,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ir}static _$Ei(){if(this.hasOwnProperty(me("elementProperties")))return;let e=Ki(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(me("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(me("properties"))){let t=this.properties,i=[...Fi(t),...ji(t)];for(let s of i)this.createProperty(s,t[s])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[i,s]of t)this.elementProperties.set(i,s)}this._$Eh=new Map;for(let[t,i]of this.elementProperties){let s=this._$Eu(t,i);s!==void 0&&this._$Eh.set(s,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let i=new Set(e.flat(1/0).reverse());for(let s of i)t.unshift(ft(s))}else e!==void 0&&t.push(ft(e));return t}static _$Eu(e,t){let i=t.attribute;return i===!1?void 0:typeof i=="string"?i:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let i of t.keys())this.hasOwnProperty(i)&&(e.set(i,this[i]),delete this[i]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return tr(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,i){this._$AK(e,i)}_$ET(e,t){let i=this.constructor.elementProperties.get(e),s=this.constructor._$Eu(e,i);if(s!==void 0&&i.reflect===!0){let n=(i.converter?.toAttribute!==void 0?i.converter:ge).toAttribute(t,i.type);this._$Em=e,n==null?this.removeAttribute(s):this.setAttribute(s,n),this._$Em=null}}_$AK(e,t){let i=this.constructor,s=i._$Eh.get(e);if(s!==void 0&&this._$Em!==s){let n=i.getPropertyOptions(s),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:ge;this._$Em=s;let a=o.fromAttribute(t,n.type);this[s]=a??this._$Ej?.get(s)??a,this._$Em=null}}requestUpdate(e,t,i,s=!1,n){if(e!==void 0){let o=this.constructor;if(s===!1&&(n=this[e]),i??=o.getPropertyOptions(e),!((i.hasChanged??Be)(n,t)||i.useDefault&&i.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,i))))return;this.C(e,t,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:i,reflect:s,wrapped:n},o){i&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),n!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||i||(t=void 0),this._$AL.set(e,t)),s===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,n]of this._$Ep)this[s]=n;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[s,n]of i){let{wrapped:o}=n,a=this[s];o!==!0||this._$AL.has(s)||a===void 0||this.C(s,void 0,n,a)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(t)):this._$EM()}catch(i){throw e=!1,this._$EM(),i}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};D.elementStyles=[],D.shadowRootOptions={mode:"open"},D[me("elementProperties")]=new Map,D[me("finalized")]=new Map,Qi?.({ReactiveElement:D}),(qe.reactiveElementVersions??=[]).push("2.1.2");var gt=globalThis,sr=r=>r,De=gt.trustedTypes,nr=De?De.createPolicy("lit-html",{createHTML:r=>r}):void 0,vt="$lit$",z=`lit$${Math.random().toFixed(9).slice(2)}$`,yt="?"+z,Xi=`<${yt}>`,Z=document,ye=()=>Z.createComment(""),be=r=>r===null||typeof r!="object"&&typeof r!="function",bt=Array.isArray,hr=r=>bt(r)||typeof r?.[Symbol.iterator]=="function",mt=`[ 	
\f\r]`,ve=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,or=/-->/g,ar=/>/g,J=RegExp(`>|${mt}(?:([^\\s"'>=/]+)(${mt}*=${mt}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),lr=/'/g,cr=/"/g,dr=/^(?:script|style|textarea|title)$/i,xt=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),d=xt(1),tn=xt(2),rn=xt(3),M=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),pr=new WeakMap,G=Z.createTreeWalker(Z,129);function ur(r,e){if(!bt(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return nr!==void 0?nr.createHTML(e):e}var fr=(r,e)=>{let t=r.length-1,i=[],s,n=e===2?"<svg>":e===3?"<math>":"",o=ve;for(let a=0;a<t;a++){let l=r[a],f,v,h=-1,g=0;for(;g<l.length&&(o.lastIndex=g,v=o.exec(l),v!==null);)g=o.lastIndex,o===ve?v[1]==="!--"?o=or:v[1]!==void 0?o=ar:v[2]!==void 0?(dr.test(v[2])&&(s=RegExp("</"+v[2],"g")),o=J):v[3]!==void 0&&(o=J):o===J?v[0]===">"?(o=s??ve,h=-1):v[1]===void 0?h=-2:(h=o.lastIndex-v[2].length,f=v[1],o=v[3]===void 0?J:v[3]==='"'?cr:lr):o===cr||o===lr?o=J:o===or||o===ar?o=ve:(o=J,s=void 0);let y=o===J&&r[a+1].startsWith("/>")?" ":"";n+=o===ve?l+Xi:h>=0?(i.push(f),l.slice(0,h)+vt+l.slice(h)+z+y):l+z+(h===-2?a:y)}return[ur(r,n+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),i]},xe=class r{constructor({strings:e,_$litType$:t},i){let s;this.parts=[];let n=0,o=0,a=e.length-1,l=this.parts,[f,v]=fr(e,t);if(this.el=r.createElement(f,i),G.currentNode=this.el.content,t===2||t===3){let h=this.el.content.firstChild;h.replaceWith(...h.childNodes)}for(;(s=G.nextNode())!==null&&l.length<a;){if(s.nodeType===1){if(s.hasAttributes())for(let h of s.getAttributeNames())if(h.endsWith(vt)){let g=v[o++],y=s.getAttribute(h).split(z),$=/([.?@])?(.*)/.exec(g);l.push({type:1,index:n,name:$[2],strings:y,ctor:$[1]==="."?He:$[1]==="?"?Ue:$[1]==="@"?Ie:te}),s.removeAttribute(h)}else h.startsWith(z)&&(l.push({type:6,index:n}),s.removeAttribute(h));if(dr.test(s.tagName)){let h=s.textContent.split(z),g=h.length-1;if(g>0){s.textContent=De?De.emptyScript:"";for(let y=0;y<g;y++)s.append(h[y],ye()),G.nextNode(),l.push({type:2,index:++n});s.append(h[g],ye())}}}else if(s.nodeType===8)if(s.data===yt)l.push({type:2,index:n});else{let h=-1;for(;(h=s.data.indexOf(z,h+1))!==-1;)l.push({type:7,index:n}),h+=z.length-1}n++}}static createElement(e,t){let i=Z.createElement("template");return i.innerHTML=e,i}};function ee(r,e,t=r,i){if(e===M)return e;let s=i!==void 0?t._$Co?.[i]:t._$Cl,n=be(e)?void 0:e._$litDirective$;return s?.constructor!==n&&(s?._$AO?.(!1),n===void 0?s=void 0:(s=new n(r),s._$AT(r,t,i)),i!==void 0?(t._$Co??=[])[i]=s:t._$Cl=s),s!==void 0&&(e=ee(r,s._$AS(r,e.values),s,i)),e}var ze=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:i}=this._$AD,s=(e?.creationScope??Z).importNode(t,!0);G.currentNode=s;let n=G.nextNode(),o=0,a=0,l=i[0];for(;l!==void 0;){if(o===l.index){let f;l.type===2?f=new oe(n,n.nextSibling,this,e):l.type===1?f=new l.ctor(n,l.name,l.strings,this,e):l.type===6&&(f=new Ve(n,this,e)),this._$AV.push(f),l=i[++a]}o!==l?.index&&(n=G.nextNode(),o++)}return G.currentNode=Z,s}p(e){let t=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(e,i,t),t+=i.strings.length-2):i._$AI(e[t])),t++}},oe=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,i,s){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=i,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=ee(this,e,t),be(e)?e===u||e==null||e===""?(this._$AH!==u&&this._$AR(),this._$AH=u):e!==this._$AH&&e!==M&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):hr(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==u&&be(this._$AH)?this._$AA.nextSibling.data=e:this.T(Z.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:i}=e,s=typeof i=="number"?this._$AC(e):(i.el===void 0&&(i.el=xe.createElement(ur(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===s)this._$AH.p(t);else{let n=new ze(s,this),o=n.u(this.options);n.p(t),this.T(o),this._$AH=n}}_$AC(e){let t=pr.get(e.strings);return t===void 0&&pr.set(e.strings,t=new xe(e)),t}k(e){bt(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,i,s=0;for(let n of e)s===t.length?t.push(i=new r(this.O(ye()),this.O(ye()),this,this.options)):i=t[s],i._$AI(n),s++;s<t.length&&(this._$AR(i&&i._$AB.nextSibling,s),t.length=s)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let i=sr(e).nextSibling;sr(e).remove(),e=i}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},te=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,i,s,n){this.type=1,this._$AH=u,this._$AN=void 0,this.element=e,this.name=t,this._$AM=s,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=u}_$AI(e,t=this,i,s){let n=this.strings,o=!1;if(n===void 0)e=ee(this,e,t,0),o=!be(e)||e!==this._$AH&&e!==M,o&&(this._$AH=e);else{let a=e,l,f;for(e=n[0],l=0;l<n.length-1;l++)f=ee(this,a[i+l],t,l),f===M&&(f=this._$AH[l]),o||=!be(f)||f!==this._$AH[l],f===u?e=u:e!==u&&(e+=(f??"")+n[l+1]),this._$AH[l]=f}o&&!s&&this.j(e)}j(e){e===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},He=class extends te{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===u?void 0:e}},Ue=class extends te{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==u)}},Ie=class extends te{constructor(e,t,i,s,n){super(e,t,i,s,n),this.type=5}_$AI(e,t=this){if((e=ee(this,e,t,0)??u)===M)return;let i=this._$AH,s=e===u&&i!==u||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,n=e!==u&&(i===u||s);s&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ve=class{constructor(e,t,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){ee(this,e)}},mr={M:vt,P:z,A:yt,C:1,L:fr,R:ze,D:hr,V:ee,I:oe,H:te,N:Ue,U:Ie,B:He,F:Ve},Ji=gt.litHtmlPolyfillSupport;Ji?.(xe,oe),(gt.litHtmlVersions??=[]).push("3.3.3");var gr=(r,e,t)=>{let i=t?.renderBefore??e,s=i._$litPart$;if(s===void 0){let n=t?.renderBefore??null;i._$litPart$=s=new oe(e.insertBefore(ye(),n),n,void 0,t??{})}return s._$AI(r),s};var wt=globalThis,T=class extends D{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=gr(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return M}};T._$litElement$=!0,T.finalized=!0,wt.litElementHydrateSupport?.({LitElement:T});var Gi=wt.litElementPolyfillSupport;Gi?.({LitElement:T});(wt.litElementVersions??=[]).push("4.2.2");var O=r=>(e,t)=>{t!==void 0?t.addInitializer(()=>{customElements.define(r,e)}):customElements.define(r,e)};var Zi={attribute:!0,type:String,converter:ge,reflect:!1,hasChanged:Be},es=(r=Zi,e,t)=>{let{kind:i,metadata:s}=t,n=globalThis.litPropertyMetadata.get(s);if(n===void 0&&globalThis.litPropertyMetadata.set(s,n=new Map),i==="setter"&&((r=Object.create(r)).wrapped=!0),n.set(t.name,r),i==="accessor"){let{name:o}=t;return{set(a){let l=e.get.call(this);e.set.call(this,a),this.requestUpdate(o,l,r,!0,a)},init(a){return a!==void 0&&this.C(o,void 0,r,a),a}}}if(i==="setter"){let{name:o}=t;return function(a){let l=this[o];e.call(this,a),this.requestUpdate(o,l,r,!0,a)}}throw Error("Unsupported decorator location: "+i)};function x(r){return(e,t)=>typeof t=="object"?es(r,e,t):((i,s,n)=>{let o=s.hasOwnProperty(n);return s.constructor.createProperty(n,i),o?Object.getOwnPropertyDescriptor(s,n):void 0})(r,e,t)}function _(r){return x({...r,state:!0,attribute:!1})}var re=(r,e,t)=>(t.configurable=!0,t.enumerable=!0,Reflect.decorate&&typeof e!="object"&&Object.defineProperty(r,e,t),t);function k(r,e){return(t,i,s)=>{let n=o=>o.renderRoot?.querySelector(r)??null;if(e){let{get:o,set:a}=typeof i=="object"?t:s??(()=>{let l=Symbol();return{get(){return this[l]},set(f){this[l]=f}}})();return re(t,i,{get(){let l=o.call(this);return l===void 0&&(l=n(this),(l!==null||this.hasUpdated)&&a.call(this,l)),l}})}return re(t,i,{get(){return n(this)}})}}var We={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ae=r=>(...e)=>({_$litDirective$:r,values:e}),W=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,i){this._$Ct=e,this._$AM=t,this._$Ci=i}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var{I:ts}=mr,vr=r=>r;var yr=()=>document.createComment(""),le=(r,e,t)=>{let i=r._$AA.parentNode,s=e===void 0?r._$AB:e._$AA;if(t===void 0){let n=i.insertBefore(yr(),s),o=i.insertBefore(yr(),s);t=new ts(n,o,r,r.options)}else{let n=t._$AB.nextSibling,o=t._$AM,a=o!==r;if(a){let l;t._$AQ?.(r),t._$AM=r,t._$AP!==void 0&&(l=r._$AU)!==o._$AU&&t._$AP(l)}if(n!==s||a){let l=t._$AA;for(;l!==n;){let f=vr(l).nextSibling;vr(i).insertBefore(l,s),l=f}}}return t},F=(r,e,t=r)=>(r._$AI(e,t),r),rs={},Fe=(r,e=rs)=>r._$AH=e,br=r=>r._$AH,je=r=>{r._$AR(),r._$AA.remove()};var xr=ae(class extends W{constructor(){super(...arguments),this.key=u}render(r,e){return this.key=r,e}update(r,[e,t]){return e!==this.key&&(Fe(r),this.key=e),t}});var _t="418\xA0838-1107",wr="1\xA0888\xA0776-1668";function ie(r,e){switch(r.kind){case"bot":return r.name??"Assistant";case"agent":return r.name??"Agent";case"system":return"Information";case"client":return e==="client"?"Vous":"Client"}}var E={transcript:"Conversation",typing:r=>`${r} \xE9crit\u2026`,said:r=>`${r}\xA0:`,choices:r=>`Choix\xA0: ${r.join(", ")}.`,newMessages:"Nouveaux messages",read:"Lu",waiting:"Sera envoy\xE9 au retour de la connexion",notSent:r=>`Non envoy\xE9. ${r}`,retry:"R\xE9essayer",edit:"Modifier",remove:"Retirer",composer:"Votre message",send:"Envoyer",tooLong:(r,e)=>`Votre message compte ${Ke(r)} caract\xE8res; la limite est de ${Ke(e)}. Raccourcissez-le avant de l\u2019envoyer.`,length:(r,e)=>`${Ke(r)} sur ${Ke(e)} caract\xE8res`};function Ke(r){return r.toLocaleString("fr-CA")}var is=500,ss=8e3,Ye=class{constructor(e,t){this.pending=[];this.speak=()=>{[this.current,this.next]=[this.next,this.current],this.current.textContent=ns(this.pending,this.viewer),this.next.textContent="",this.pending=[],this.burstTimer=void 0,clearTimeout(this.clearTimer),this.clearTimer=setTimeout(()=>this.current.textContent="",ss)};[this.next,this.current]=e,this.viewer=t}announce(...e){e.length!==0&&(this.pending.push(...e),this.burstTimer??=setTimeout(this.speak,is))}stop(){clearTimeout(this.burstTimer),clearTimeout(this.clearTimer),this.burstTimer=void 0,this.pending=[]}};function ns(r,e){let t=[],i;for(let n of r){if(typeof n=="string"){t.push(n),i=void 0;continue}let o=ie(n.from,e);o!==i&&t.push(E.said(o)),i=o,t.push(n.text)}let s=os(r.at(-1));return s.length>0&&t.push(E.choices(s)),t.join(" ")}function os(r){return typeof r=="object"?r.buttons.map(e=>e.title):[]}var N=S`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button {
    min-block-size: var(--portail-target);
    padding: 8px 16px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-round);
    background: var(--portail-surface);
    color: var(--portail-text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
    touch-action: manipulation;
  }

  button.primary {
    border-color: var(--portail-accent);
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  button.icon {
    display: grid;
    place-items: center;
    inline-size: var(--portail-target);
    padding: 0;
  }

  button.icon:not(.primary) {
    border-color: transparent;
    background: transparent;
  }

  /* A finger does not hover: what it has touched would keep the look. */
  @media (hover: hover) {
    button:hover {
      border-color: var(--portail-accent);
      background: var(--portail-accent-soft);
    }

    button.primary:hover {
      border-color: var(--portail-accent-strong);
      background: var(--portail-accent-strong);
    }

    button.icon:not(.primary):hover {
      background: var(--portail-accent-soft);
    }
  }

  button[aria-disabled="true"] {
    border-color: var(--portail-line);
    background: transparent;
    color: var(--portail-text-quiet);
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--portail-focus);
    outline-offset: 2px;
  }

  svg {
    display: block;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }

  a {
    color: var(--portail-accent);
    font-weight: 600;
    text-underline-offset: 2px;
    white-space: nowrap;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  [hidden] {
    display: none !important;
  }

  @media (forced-colors: active) {
    button[aria-disabled="true"] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;var Et=d`<svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24">
  <path d="M21 11.5a8 8 0 0 1-8 8c-1.4 0-2.7-.3-3.9-.9L4 20l1.4-4.6A8 8 0 1 1 21 11.5Z" />
  <path d="M9 11.5h.01M13 11.5h.01M17 11.5h.01" />
</svg>`,_r=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M6 6l12 12M18 6 6 18" />
</svg>`,Er=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 5.5h.01M12 12h.01M12 18.5h.01" stroke-width="3.5" />
</svg>`,kr=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
</svg>`,$r=d`<svg aria-hidden="true" width="18" height="18" viewBox="0 0 24 24">
  <path d="M12 5v14M5.5 12.5 12 19l6.5-6.5" />
</svg>`,no=d`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M19 12H5M11.5 5.5 5 12l6.5 6.5" />
</svg>`,Tr=d`<svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24">
  <path d="M12 3l7 3v5.5c0 4.3-2.9 7.8-7 9.5-4.1-1.7-7-5.2-7-9.5V6Z" />
  <path d="M9 12l2.2 2.2L15.2 10" />
</svg>`;var as={code_utilisateur:{autocomplete:"username",autocapitalize:"characters",spellcheck:!1},prenom:{autocomplete:"given-name",autocapitalize:"words",spellcheck:!1},nom:{autocomplete:"family-name",autocapitalize:"words",spellcheck:!1},courriel:{autocomplete:"email",autocapitalize:"none",inputmode:"email",spellcheck:!1},telephone_rappel:{autocomplete:"tel",inputmode:"tel",spellcheck:!1}};function Sr(r){return as[r??""]??{}}function Ar(){let r=crypto.getRandomValues(new Uint8Array(16));return r[6]=r[6]&15|64,r[8]=r[8]&63|128,Array.from(r,t=>t.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/,"$1-$2-$3-$4-$5")}var Qe=class{constructor(e){this.entries=[];this.online=!1;this.connection=0;this.delivering=!1;this.options=e}add(e){this.change([...this.entries,{id:Ar(),content:e,status:"queued"}]),this.deliverQueued()}retry(e){this.update(e,kt),this.deliverQueued()}remove(e){this.entries.some(t=>t.id===e)&&this.change(this.entries.filter(t=>t.id!==e))}clear(){this.change([])}resume(){if(!this.online){this.online=!0,this.connection+=1;for(let{id:e,status:t}of this.entries)t==="accepted"&&this.update(e,kt);this.deliverQueued()}}pause(){this.online=!1}async deliverQueued(){if(!this.delivering){this.delivering=!0;for(let e=this.nextQueued();e;e=this.nextQueued())await this.deliver(e);this.delivering=!1}}nextQueued(){return this.online?this.entries.find(e=>e.status==="queued"):void 0}async deliver({id:e,content:t}){this.update(e,s=>({...s,status:"sending"}));let i=this.connection;try{let s=await this.options.deliver(e,t);s.ok?this.update(e,n=>({...n,status:"accepted"})):(this.update(e,n=>({...n,status:"refused",error:s.error})),this.options.onRefused(s.error))}catch{i===this.connection&&(this.online=!1),this.update(e,kt)}}update(e,t){this.change(this.entries.map(i=>i.id===e?t(i):i))}change(e){this.entries=e,this.options.onChange()}};function kt({id:r,content:e}){return{id:r,content:e,status:"queued"}}var ls=/(^|[^\d-])((?:\+?1[\s.\u2011-])?\(?([2-9]\d{2})\)?[\s.\u2011-]{1,2}(\d{3})[\s.\u2011-](\d{4}))(?!\d)/g;function cs(r){let e=[],t=0;for(let i of r.matchAll(ls)){let[,s="",n="",o,a,l]=i,f=i.index+s.length;f>t&&e.push({text:r.slice(t,f)}),e.push({text:n,href:`tel:+1${o}${a}${l}`}),t=f+n.length}return t<r.length&&e.push({text:r.slice(t)}),e}function j(r){return cs(r).map(e=>e.href?d`<a href=${e.href}>${e.text}</a>`:e.text)}var Cr=r=>r??u;var Rr=S`
  :host {
    display: block;
  }

  .field {
    display: flex;
    gap: 8px;
    align-items: flex-end;
    padding: 5px;
    border: 1px solid var(--portail-line-control);
    border-radius: 27px;
    background: var(--portail-surface);
  }

  .field:focus-within {
    border-color: var(--portail-focus);
    outline: 2px solid var(--portail-focus);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--portail-target);
    max-block-size: 9em;
    padding: 10px 4px 10px 12px;
    border: 0;
    background: none;
    color: var(--portail-text);
    font: inherit;
    line-height: 1.5;
    resize: none;
  }

  /* The whole field shows the focus. */
  textarea:focus-visible {
    outline: none;
  }

  textarea::placeholder {
    color: var(--portail-text-quiet);
    opacity: 1;
  }

  .error {
    margin: 0 0 8px;
    padding: 8px 12px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
    font-size: var(--portail-text-medium);
  }

  .count {
    margin: 6px 12px 0;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    text-align: end;
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;var ps=2e3*.9,q=class extends T{constructor(){super(...arguments);this.error=null;this.value="";this.placeholder="";this.hints={}}updated(){this.textarea.style.blockSize="auto",this.textarea.style.blockSize=`${this.textarea.scrollHeight}px`}handleInput(){this.value=this.textarea.value,$t(this.value)<=2e3&&(this.error=null)}handleKeydown(t){t.key!=="Enter"||t.shiftKey||t.isComposing||(t.preventDefault(),this.send())}handleSubmit(t){t.preventDefault(),this.send(),this.focus()}send(){let t=this.value.trim(),i=$t(t);if(i!==0){if(i>2e3){this.error=E.tooLong(i,2e3);return}this.error=null,this.value="",this.dispatchEvent(new CustomEvent("portail-send",{detail:t,bubbles:!0,composed:!0}))}}focus(t){this.textarea.focus(t)}render(){let t=$t(this.value);return d`
      <form @submit=${this.handleSubmit}>
        ${this.error?d`<p class="error" id="error" role="alert">${this.error}</p>`:u}
        <div class="field">
          <textarea
            rows="1"
            aria-label=${E.composer}
            aria-invalid=${this.error?"true":"false"}
            aria-describedby=${Cr(this.error?"error":void 0)}
            enterkeyhint="send"
            placeholder=${this.placeholder}
            autocomplete=${this.hints.autocomplete??"off"}
            autocapitalize=${this.hints.autocapitalize??"sentences"}
            inputmode=${this.hints.inputmode??"text"}
            spellcheck=${this.hints.spellcheck===!1?"false":"true"}
            .value=${this.value}
            @input=${this.handleInput}
            @keydown=${this.handleKeydown}
          ></textarea>
          <button class="primary icon" type="submit" aria-label=${E.send}>${kr}</button>
        </div>
        ${t>=ps?d`<p class="count">${E.length(t,2e3)}</p>`:u}
      </form>
    `}};q.styles=[N,Rr],p([k("textarea")],q.prototype,"textarea",2),p([_()],q.prototype,"error",2),p([x()],q.prototype,"value",2),p([x()],q.prototype,"placeholder",2),p([x({attribute:!1})],q.prototype,"hints",2),q=p([O("portail-composer")],q);function $t(r){return[...r].length}var Or=ae(class extends W{constructor(r){if(super(r),r.type!==We.ATTRIBUTE||r.name!=="class"||r.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(r){return" "+Object.keys(r).filter(e=>r[e]).join(" ")+" "}update(r,[e]){if(this.st===void 0){this.st=new Set,r.strings!==void 0&&(this.nt=new Set(r.strings.join(" ").split(/\s/).filter(i=>i!=="")));for(let i in e)e[i]&&!this.nt?.has(i)&&this.st.add(i);return this.render(e)}let t=r.element.classList;for(let i of this.st)i in e||(t.remove(i),this.st.delete(i));for(let i in e){let s=!!e[i];s===this.st.has(i)||this.nt?.has(i)||(s?(t.add(i),this.st.add(i)):(t.remove(i),this.st.delete(i)))}return M}});var Nr=(r,e,t)=>{let i=new Map;for(let s=e;s<=t;s++)i.set(r[s],s);return i},Lr=ae(class extends W{constructor(r){if(super(r),r.type!==We.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,e,t){let i;t===void 0?t=e:e!==void 0&&(i=e);let s=[],n=[],o=0;for(let a of r)s[o]=i?i(a,o):o,n[o]=t(a,o),o++;return{values:n,keys:s}}render(r,e,t){return this.dt(r,e,t).values}update(r,[e,t,i]){let s=br(r),{values:n,keys:o}=this.dt(e,t,i);if(!Array.isArray(s))return this.ut=o,n;let a=this.ut??=[],l=[],f,v,h=0,g=s.length-1,y=0,$=n.length-1;for(;h<=g&&y<=$;)if(s[h]===null)h++;else if(s[g]===null)g--;else if(a[h]===o[y])l[y]=F(s[h],n[y]),h++,y++;else if(a[g]===o[$])l[$]=F(s[g],n[$]),g--,$--;else if(a[h]===o[$])l[$]=F(s[h],n[$]),le(r,l[$+1],s[h]),h++,$--;else if(a[g]===o[y])l[y]=F(s[g],n[y]),le(r,s[h],s[g]),g--,y++;else if(f===void 0&&(f=Nr(o,y,$),v=Nr(a,h,g)),f.has(a[h]))if(f.has(a[g])){let B=v.get(o[y]),dt=B!==void 0?s[B]:null;if(dt===null){let Gt=le(r,s[h]);F(Gt,n[y]),l[y]=Gt}else l[y]=F(dt,n[y]),le(r,s[h],dt),s[B]=null;y++}else je(s[g]),g--;else je(s[h]),h++;for(;y<=$;){let B=le(r,l[$+1]);F(B,n[y]),l[y++]=B}for(;h<=g;){let B=s[h++];B!==null&&je(B)}return this.ut=o,Fe(r,l),M}});var hs=new Intl.DateTimeFormat("fr-CA",{hour:"numeric",minute:"2-digit"}),ds=new Intl.DateTimeFormat("fr-CA",{weekday:"long",day:"numeric",month:"long"}),us=new Intl.DateTimeFormat("fr-CA",{dateStyle:"long",timeStyle:"short"});function Tt(r){return hs.format(new Date(r))}function Xe(r,e=new Date){let t=new Date(r).toDateString(),i=new Date(e);return i.setDate(e.getDate()-1),t===e.toDateString()?"Aujourd\u2019hui":t===i.toDateString()?"Hier":ds.format(new Date(r))}function St(r){return us.format(new Date(r))}var Je=class{constructor(e,t,i){this.following=!0;this.top=0;this.resizes=new ResizeObserver(()=>this.hostUpdated());this.scrolled=()=>{let e=this.scroller(),t=e.scrollTop<this.top;this.top=e.scrollTop;let s=e.scrollHeight-e.scrollTop-e.clientHeight<=48||this.following&&!t;s!==this.following&&(this.following=s,this.host.requestUpdate())};this.host=e,this.scroller=t,this.begun=i,e.addController(this)}hostConnected(){this.host.updateComplete.then(()=>this.resizes.observe(this.scroller()))}hostUpdated(){if(!this.following||!this.begun())return;let e=this.scroller();e.scrollTop=e.scrollHeight,this.top=e.scrollTop}hostDisconnected(){this.resizes.disconnect()}watch(e){this.resizes.observe(e)}follow(){this.following=!0,this.host.requestUpdate()}};function Mr(r,e){let t,i;return r.map(({from:s,at:n})=>{let o=n===void 0?i:e(n),a=o!==i,l=s.kind!==t?.kind||s.name!==t.name;return t=s,s.kind==="system"?{speaker:l,time:!1}:(i=o,{speaker:l||a,time:a})})}function Pr(r,e,t){let i=t;return r.map(({at:s})=>{let n=s===void 0?i:e(s),o=n!==i;return i=n,o?n:null})}var qr=S`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  .scroller {
    position: relative;
    block-size: 100%;
    padding: 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    animation: arrive 160ms ease-out;
  }

  li.follows {
    margin-block-start: -10px;
  }

  li.mine {
    align-items: flex-end;
  }

  .day {
    align-self: center;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 600;
  }

  .heading {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .speaker {
    font-weight: 600;
  }

  .agent .speaker {
    color: var(--portail-agent);
  }

  /* Seen from where the line stands; still read with it, as the list may be walked line by line. */
  .follows .heading,
  .system .heading,
  .mine.timeless .heading,
  .mine .speaker,
  .timeless time {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .bubble {
    max-inline-size: min(88%, 38em);
    margin: 0;
    padding: 10px 14px;
    border: 1px solid transparent;
    border-radius: var(--portail-radius);
    background: var(--portail-surface-raised);
    color: var(--portail-text);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  li:not(.mine) .bubble {
    border-color: var(--portail-line);
    border-start-start-radius: 4px;
  }

  .agent:not(.mine) .bubble {
    border-color: transparent;
    background: var(--portail-agent-soft);
  }

  .mine .bubble {
    border-start-end-radius: 4px;
    background: var(--portail-mine);
    color: var(--portail-on-mine);
  }

  .mine .bubble a {
    color: inherit;
  }

  .system:not(.mine) {
    align-items: stretch;
  }

  .system:not(.mine) .bubble {
    max-inline-size: none;
    border-color: var(--portail-line);
    border-radius: var(--portail-radius-small);
    background: transparent;
    font-size: var(--portail-text-medium);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 2px;
  }

  .mine .choices {
    justify-content: flex-end;
  }

  .choices button {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
    text-align: start;
    overflow-wrap: anywhere;
  }

  /* Passed: no target any more, so no need to be as large as one. */
  .choices button[aria-disabled="true"] {
    min-block-size: 0;
    padding: 4px 12px;
    border-color: var(--portail-line);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 400;
  }

  .status {
    margin: 0;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .status.refused {
    color: var(--portail-danger);
    font-weight: 500;
  }

  .typing {
    display: flex;
    gap: 8px;
    align-items: center;
    inline-size: fit-content;
    margin: 12px 0 0;
    padding: 14px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    border-start-start-radius: 4px;
    background: var(--portail-surface-raised);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  .dots {
    display: flex;
    gap: 5px;
  }

  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--portail-text-quiet);
    animation: breathe 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  .new-messages {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 50%;
    display: flex;
    gap: 6px;
    align-items: center;
    border-color: transparent;
    background: var(--portail-text);
    color: var(--portail-surface);
    box-shadow: var(--portail-shadow);
    white-space: nowrap;
    transform: translateX(-50%);
  }

  .new-messages:hover {
    background: var(--portail-accent-strong);
    color: var(--portail-on-accent);
  }

  @keyframes arrive {
    from {
      transform: translateY(8px);
    }
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    li,
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble,
    li:not(.mine) .bubble,
    .agent:not(.mine) .bubble,
    .new-messages {
      border-color: CanvasText;
    }

    .dots i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;var C=class extends T{constructor(){super(...arguments);this.end=new Je(this,()=>this.scroller,()=>this.lines().length>1);this.unseen=!1;this.messages=[];this.pending=[];this.typing=null;this.openChoices=null;this.readSeq=0;this.viewer="client";this.renderWords=({text:t})=>j(t);this.handleScroll=()=>{let t=this.end.following;this.end.scrolled(),this.end.following&&!t&&this.tell("portail-end",null)}}willUpdate(t){this.hasUpdated&&this.handleScroll();let i=t.get("pending");i&&this.pending.length>i.length&&(this.end.following=!0),t.has("messages")&&t.get("messages")&&(this.unseen=!0),this.end.following&&(this.unseen=!1)}handleEndChange({target:t}){for(let i of t.assignedElements())this.end.watch(i)}lines(){let t=new Set(this.messages.map(s=>s.id)),i=this.pending.filter(s=>!t.has(s.id)).map(s=>({id:s.id,from:{kind:this.viewer,name:null},text:s.text,buttons:[],pending:s}));return[...this.messages,...i]}goToEnd(){this.end.follow(),this.scroller.focus({preventScroll:!0})}tell(t,i){this.dispatchEvent(new CustomEvent(t,{detail:i,bubbles:!0,composed:!0}))}get atEnd(){return this.end.following}render(){let t=this.lines(),i=Mr(t,o=>Xe(o)+Tt(o)),s=t.findLast(({from:o,seq:a})=>o.kind===this.viewer&&a!==void 0&&a<=this.readSeq),n=Pr(t,Xe,Xe(new Date().toISOString()));return d`
      <div
        class="scroller"
        role="region"
        aria-label=${E.transcript}
        tabindex="0"
        @scroll=${this.handleScroll}
      >
        <slot></slot>
        <ol role="list">
          ${Lr(t,o=>o.id,(o,a)=>d`
              ${n[a]?d`<li class="day">${n[a]}</li>`:u}
              ${this.renderLine(o,i[a],o===s)}
            `)}
        </ol>
        ${this.typing?this.renderTyping(this.typing):u}
        <slot name="end" @slotchange=${this.handleEndChange}></slot>
      </div>
      <button class="new-messages" ?hidden=${!this.unseen} @click=${this.goToEnd}>
        ${$r} ${E.newMessages}
      </button>
    `}renderLine(t,i,s){let{from:n}=t,o={[n.kind]:!0,mine:n.kind===this.viewer,follows:!i.speaker,timeless:!i.time};return d`
      <li class=${Or(o)}>
        <div class="heading">
          <span class="speaker">${ie(n,this.viewer)}</span>
          ${t.at?d`<time datetime=${t.at}>${Tt(t.at)}</time>`:u}
        </div>
        ${t.text?d`<p class="bubble">${this.renderWords(t)}</p>`:u}
        ${t.buttons.length>0?this.renderChoices(t):u}
        ${t.pending?this.renderPending(t.pending):u}
        ${s?d`<p class="status">${E.read}</p>`:u}
      </li>
    `}renderChoices(t){let i=t.id===this.openChoices?.id;return d`
      <div class="choices">
        ${t.buttons.map(s=>d`
            <button
              type="button"
              aria-disabled=${i?"false":"true"}
              tabindex=${i?0:-1}
              @click=${()=>i&&this.tell("portail-choice",s)}
            >
              ${s.title}
            </button>
          `)}
      </div>
    `}renderPending(t){return t.error===null?t.waiting?d`<p class="status">${E.waiting}</p>`:d``:d`
      <p class="status refused">${E.notSent(t.error)}</p>
      <div class="choices">
        <button @click=${()=>this.tell("portail-retry",t)}>${E.retry}</button>
        <button @click=${()=>this.tell("portail-withdraw",t)}>
          ${t.editable?E.edit:E.remove}
        </button>
      </div>
    `}renderTyping(t){let i=t.kind==="bot"?"visually-hidden":"";return d`
      <p class="typing">
        <span class=${i}>${E.typing(ie(t,this.viewer))}</span>
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      </p>
    `}};C.styles=[N,qr],p([k(".scroller")],C.prototype,"scroller",2),p([_()],C.prototype,"unseen",2),p([x({attribute:!1})],C.prototype,"messages",2),p([x({attribute:!1})],C.prototype,"pending",2),p([x({attribute:!1})],C.prototype,"typing",2),p([x({attribute:!1})],C.prototype,"openChoices",2),p([x({attribute:!1})],C.prototype,"readSeq",2),p([x()],C.prototype,"viewer",2),p([x({attribute:!1})],C.prototype,"renderWords",2),C=p([O("portail-transcript")],C);var Br=S`
  :host {
    all: initial;
    display: block;
    color: var(--portail-text);
    color-scheme: light dark;
    /* The reader's own text size, whatever the page around it does to its rem. */
    font-family:
      ui-sans-serif,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Helvetica Neue",
      Arial,
      sans-serif;
    font-size: medium;
    line-height: 1.45;

    --portail-surface: #ffffff;
    --portail-surface-sunken: #f4f7f7;
    --portail-surface-raised: #ffffff;
    --portail-text: #13252b;
    --portail-text-quiet: #4a5f66;
    --portail-line: #dbe4e6;
    --portail-line-control: #74888f;

    --portail-accent: #0b5f63;
    --portail-accent-strong: #084a4d;
    --portail-accent-soft: #e2f0ef;
    --portail-on-accent: #ffffff;

    --portail-mine: #0b5f63;
    --portail-on-mine: #ffffff;
    --portail-agent-soft: #e9eefb;
    --portail-agent: #3550a0;
    --portail-caution-soft: #fff4dc;
    --portail-caution: #6b4700;
    --portail-danger-soft: #fdecea;
    --portail-danger: #a3221a;
    --portail-success: #1c6b3c;

    --portail-focus: #0b5f63;
    --portail-radius-small: 8px;
    --portail-radius: 16px;
    --portail-radius-round: 999px;
    --portail-shadow: 0 1px 2px rgb(9 38 43 / 8%), 0 12px 40px rgb(9 38 43 / 20%);

    /* Relative to the text, so that a larger text keeps its proportions. */
    --portail-text-small: 0.8125em;
    --portail-text-medium: 0.875em;
    /* WCAG 2.2 asks for 24 px; a thumb asks for 44. */
    --portail-target: 44px;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --portail-surface: #10191c;
      --portail-surface-sunken: #0b1214;
      --portail-surface-raised: #1a2629;
      --portail-text: #e8eff0;
      --portail-text-quiet: #a2b4b9;
      --portail-line: #2b3a3e;
      --portail-line-control: #7b9096;

      --portail-accent: #6fcfc9;
      --portail-accent-strong: #93dfda;
      --portail-accent-soft: #16393a;
      --portail-on-accent: #05262a;

      --portail-mine: #1d5a5c;
      --portail-on-mine: #effbfa;
      --portail-agent-soft: #232f50;
      --portail-agent: #b3c4ff;
      --portail-caution-soft: #3a2e12;
      --portail-caution: #f5d58f;
      --portail-danger-soft: #44201d;
      --portail-danger: #ffb4ab;
      --portail-success: #86d7a3;

      --portail-focus: #93dfda;
      --portail-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 12px 40px rgb(0 0 0 / 60%);
    }
  }
`;var Ge=class{constructor(e){this.sentAt=null;this.send=e}typed(){let e=Date.now();(this.sentAt===null||e-this.sentAt>=3e3)&&(this.sentAt=e,this.send(!0)),clearTimeout(this.pause),this.pause=setTimeout(()=>this.stop(),5e3)}stop(){clearTimeout(this.pause),this.sentAt!==null&&(this.sentAt=null,this.send(!1))}};var P=Object.create(null);P.open="0";P.close="1";P.ping="2";P.pong="3";P.message="4";P.upgrade="5";P.noop="6";var _e=Object.create(null);Object.keys(P).forEach(r=>{_e[P[r]]=r});var Ee={type:"error",data:"parser error"};var Hr=typeof Blob=="function"||typeof Blob<"u"&&Object.prototype.toString.call(Blob)==="[object BlobConstructor]",Ur=typeof ArrayBuffer=="function",Ir=r=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(r):r&&r.buffer instanceof ArrayBuffer,ke=({type:r,data:e},t,i)=>Hr&&e instanceof Blob?t?i(e):Dr(e,i):Ur&&(e instanceof ArrayBuffer||Ir(e))?t?i(e):Dr(new Blob([e]),i):i(P[r]+(e||"")),Dr=(r,e)=>{let t=new FileReader;return t.onload=function(){let i=t.result.split(",")[1];e("b"+(i||""))},t.readAsDataURL(r)};function zr(r){return r instanceof Uint8Array?r:r instanceof ArrayBuffer?new Uint8Array(r):new Uint8Array(r.buffer,r.byteOffset,r.byteLength)}var At;function Vr(r,e){if(Hr&&r.data instanceof Blob)return r.data.arrayBuffer().then(zr).then(e);if(Ur&&(r.data instanceof ArrayBuffer||Ir(r.data)))return e(zr(r.data));ke(r,!1,t=>{At||(At=new TextEncoder),e(At.encode(t))})}var Wr="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",$e=typeof Uint8Array>"u"?[]:new Uint8Array(256);for(let r=0;r<Wr.length;r++)$e[Wr.charCodeAt(r)]=r;var Fr=r=>{let e=r.length*.75,t=r.length,i,s=0,n,o,a,l;r[r.length-1]==="="&&(e--,r[r.length-2]==="="&&e--);let f=new ArrayBuffer(e),v=new Uint8Array(f);for(i=0;i<t;i+=4)n=$e[r.charCodeAt(i)],o=$e[r.charCodeAt(i+1)],a=$e[r.charCodeAt(i+2)],l=$e[r.charCodeAt(i+3)],v[s++]=n<<2|o>>4,v[s++]=(o&15)<<4|a>>2,v[s++]=(a&3)<<6|l&63;return f};var fs=typeof ArrayBuffer=="function",Te=(r,e)=>{if(typeof r!="string")return{type:"message",data:jr(r,e)};let t=r.charAt(0);return t==="b"?{type:"message",data:ms(r.substring(1),e)}:_e[t]?r.length>1?{type:_e[t],data:r.substring(1)}:{type:_e[t]}:Ee},ms=(r,e)=>{if(fs){let t=Fr(r);return jr(t,e)}else return{base64:!0,data:r}},jr=(r,e)=>e==="blob"?r instanceof Blob?r:new Blob([r]):r instanceof ArrayBuffer?r:r.buffer;var Kr="",Yr=(r,e)=>{let t=r.length,i=new Array(t),s=0;r.forEach((n,o)=>{ke(n,!1,a=>{i[o]=a,++s===t&&e(i.join(Kr))})})},Qr=(r,e)=>{let t=r.split(Kr),i=[];for(let s=0;s<t.length;s++){let n=Te(t[s],e);if(i.push(n),n.type==="error")break}return i};function Xr(){return new TransformStream({transform(r,e){Vr(r,t=>{let i=t.length,s;if(i<126)s=new Uint8Array(1),new DataView(s.buffer).setUint8(0,i);else if(i<65536){s=new Uint8Array(3);let n=new DataView(s.buffer);n.setUint8(0,126),n.setUint16(1,i)}else{s=new Uint8Array(9);let n=new DataView(s.buffer);n.setUint8(0,127),n.setBigUint64(1,BigInt(i))}r.data&&typeof r.data!="string"&&(s[0]|=128),e.enqueue(s),e.enqueue(t)})}})}var Ct;function Ze(r){return r.reduce((e,t)=>e+t.length,0)}function et(r,e){if(r[0].length===e)return r.shift();let t=new Uint8Array(e),i=0;for(let s=0;s<e;s++)t[s]=r[0][i++],i===r[0].length&&(r.shift(),i=0);return r.length&&i<r[0].length&&(r[0]=r[0].slice(i)),t}function Jr(r,e){Ct||(Ct=new TextDecoder);let t=[],i=0,s=-1,n=!1;return new TransformStream({transform(o,a){for(t.push(o);;){if(i===0){if(Ze(t)<1)break;let l=et(t,1);n=(l[0]&128)===128,s=l[0]&127,s<126?i=3:s===126?i=1:i=2}else if(i===1){if(Ze(t)<2)break;let l=et(t,2);s=new DataView(l.buffer,l.byteOffset,l.length).getUint16(0),i=3}else if(i===2){if(Ze(t)<8)break;let l=et(t,8),f=new DataView(l.buffer,l.byteOffset,l.length),v=f.getUint32(0);if(v>Math.pow(2,21)-1){a.enqueue(Ee);break}s=v*Math.pow(2,32)+f.getUint32(4),i=3}else{if(Ze(t)<s)break;let l=et(t,s);a.enqueue(Te(n?l:Ct.decode(l),e)),i=0}if(s===0||s>r){a.enqueue(Ee);break}}}})}var Rt=4;function b(r){if(r)return gs(r)}function gs(r){for(var e in b.prototype)r[e]=b.prototype[e];return r}b.prototype.on=b.prototype.addEventListener=function(r,e){return this._callbacks=this._callbacks||{},(this._callbacks["$"+r]=this._callbacks["$"+r]||[]).push(e),this};b.prototype.once=function(r,e){function t(){this.off(r,t),e.apply(this,arguments)}return t.fn=e,this.on(r,t),this};b.prototype.off=b.prototype.removeListener=b.prototype.removeAllListeners=b.prototype.removeEventListener=function(r,e){if(this._callbacks=this._callbacks||{},arguments.length==0)return this._callbacks={},this;var t=this._callbacks["$"+r];if(!t)return this;if(arguments.length==1)return delete this._callbacks["$"+r],this;for(var i,s=0;s<t.length;s++)if(i=t[s],i===e||i.fn===e){t.splice(s,1);break}return t.length===0&&delete this._callbacks["$"+r],this};b.prototype.emit=function(r){this._callbacks=this._callbacks||{};for(var e=new Array(arguments.length-1),t=this._callbacks["$"+r],i=1;i<arguments.length;i++)e[i-1]=arguments[i];if(t){t=t.slice(0);for(var i=0,s=t.length;i<s;++i)t[i].apply(this,e)}return this};b.prototype.emitReserved=b.prototype.emit;b.prototype.listeners=function(r){return this._callbacks=this._callbacks||{},this._callbacks["$"+r]||[]};b.prototype.hasListeners=function(r){return!!this.listeners(r).length};var H=typeof Promise=="function"&&typeof Promise.resolve=="function"?e=>Promise.resolve().then(e):(e,t)=>t(e,0),A=typeof self<"u"?self:typeof window<"u"?window:Function("return this")(),Gr="arraybuffer";function tt(r,...e){return e.reduce((t,i)=>(r.hasOwnProperty(i)&&(t[i]=r[i]),t),{})}var vs=A.setTimeout,ys=A.clearTimeout;function U(r,e){e.useNativeTimers?(r.setTimeoutFn=vs.bind(A),r.clearTimeoutFn=ys.bind(A)):(r.setTimeoutFn=A.setTimeout.bind(A),r.clearTimeoutFn=A.clearTimeout.bind(A))}var bs=1.33;function Zr(r){return typeof r=="string"?xs(r):Math.ceil((r.byteLength||r.size)*bs)}function xs(r){let e=0,t=0;for(let i=0,s=r.length;i<s;i++)e=r.charCodeAt(i),e<128?t+=1:e<2048?t+=2:e<55296||e>=57344?t+=3:(i++,t+=4);return t}function rt(){return Date.now().toString(36).substring(3)+Math.random().toString(36).substring(2,5)}function ei(r){let e="";for(let t in r)r.hasOwnProperty(t)&&(e.length&&(e+="&"),e+=encodeURIComponent(t)+"="+encodeURIComponent(r[t]));return e}function ti(r){let e={},t=r.split("&");for(let i=0,s=t.length;i<s;i++){let n=t[i].split("=");e[decodeURIComponent(n[0])]=decodeURIComponent(n.slice(1).join("="))}return e}var it=class extends Error{constructor(e,t,i){super(e),this.description=t,this.context=i,this.type="TransportError"}},I=class extends b{constructor(e){super(),this.writable=!1,U(this,e),this.opts=e,this.query=e.query,this.socket=e.socket,this.supportsBinary=!e.forceBase64}onError(e,t,i){return super.emitReserved("error",new it(e,t,i)),this}open(){return this.readyState="opening",this.doOpen(),this}close(){return(this.readyState==="opening"||this.readyState==="open")&&(this.doClose(),this.onClose()),this}send(e){this.readyState==="open"&&this.write(e)}onOpen(){this.readyState="open",this.writable=!0,super.emitReserved("open")}onData(e){let t=Te(e,this.socket.binaryType);this.onPacket(t)}onPacket(e){super.emitReserved("packet",e)}onClose(e){this.readyState="closed",super.emitReserved("close",e)}pause(e){}createUri(e,t={}){return e+"://"+this._hostname()+this._port()+this.opts.path+this._query(t)}_hostname(){let e=this.opts.hostname;return e.indexOf(":")===-1?e:"["+e+"]"}_port(){return this.opts.port&&(this.opts.secure&&Number(this.opts.port)!==443||!this.opts.secure&&Number(this.opts.port)!==80)?":"+this.opts.port:""}_query(e){let t=ei(e);return t.length?"?"+t:""}};var Se=class extends I{constructor(){super(...arguments),this._polling=!1}get name(){return"polling"}doOpen(){this._poll()}pause(e){this.readyState="pausing";let t=()=>{this.readyState="paused",e()};if(this._polling||!this.writable){let i=0;this._polling&&(i++,this.once("pollComplete",function(){--i||t()})),this.writable||(i++,this.once("drain",function(){--i||t()}))}else t()}_poll(){this._polling=!0,this.doPoll(),this.emitReserved("poll")}onData(e){let t=i=>{if(this.readyState==="opening"&&i.type==="open"&&this.onOpen(),i.type==="close")return this.onClose({description:"transport closed by the server"}),!1;this.onPacket(i)};Qr(e,this.socket.binaryType).forEach(t),this.readyState!=="closed"&&(this._polling=!1,this.emitReserved("pollComplete"),this.readyState==="open"&&this._poll())}doClose(){let e=()=>{this.write([{type:"close"}])};this.readyState==="open"?e():this.once("open",e)}write(e){this.writable=!1,Yr(e,t=>{this.doWrite(t,()=>{this.writable=!0,this.emitReserved("drain")})})}uri(){let e=this.opts.secure?"https":"http",t=this.query||{};return this.opts.timestampRequests!==!1&&(t[this.opts.timestampParam]=rt()),!this.supportsBinary&&!t.sid&&(t.b64=1),this.createUri(e,t)}};var ri=!1;try{ri=typeof XMLHttpRequest<"u"&&"withCredentials"in new XMLHttpRequest}catch{}var ii=ri;function ws(){}var Ot=class extends Se{constructor(e){if(super(e),typeof location<"u"){let t=location.protocol==="https:",i=location.port;i||(i=t?"443":"80"),this.xd=typeof location<"u"&&e.hostname!==location.hostname||i!==e.port}}doWrite(e,t){let i=this.request({method:"POST",data:e});i.on("success",t),i.on("error",(s,n)=>{this.onError("xhr post error",s,n)})}doPoll(){let e=this.request();e.on("data",this.onData.bind(this)),e.on("error",(t,i)=>{this.onError("xhr poll error",t,i)}),this.pollXhr=e}},K=class r extends b{constructor(e,t,i){super(),this.createRequest=e,U(this,i),this._opts=i,this._method=i.method||"GET",this._uri=t,this._data=i.data!==void 0?i.data:null,this._create()}_create(){var e;let t=tt(this._opts,"agent","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","autoUnref");t.xdomain=!!this._opts.xd;let i=this._xhr=this.createRequest(t);try{i.open(this._method,this._uri,!0);try{if(this._opts.extraHeaders){i.setDisableHeaderCheck&&i.setDisableHeaderCheck(!0);for(let s in this._opts.extraHeaders)this._opts.extraHeaders.hasOwnProperty(s)&&i.setRequestHeader(s,this._opts.extraHeaders[s])}}catch{}if(this._method==="POST")try{i.setRequestHeader("Content-type","text/plain;charset=UTF-8")}catch{}try{i.setRequestHeader("Accept","*/*")}catch{}(e=this._opts.cookieJar)===null||e===void 0||e.addCookies(i),"withCredentials"in i&&(i.withCredentials=this._opts.withCredentials),this._opts.requestTimeout&&(i.timeout=this._opts.requestTimeout),i.onreadystatechange=()=>{var s;i.readyState===3&&((s=this._opts.cookieJar)===null||s===void 0||s.parseCookies(i.getResponseHeader("set-cookie"))),i.readyState===4&&(i.status===200||i.status===1223?this._onLoad():this.setTimeoutFn(()=>{this._onError(typeof i.status=="number"?i.status:0)},0))},i.send(this._data)}catch(s){this.setTimeoutFn(()=>{this._onError(s)},0);return}typeof document<"u"&&(this._index=r.requestsCount++,r.requests[this._index]=this)}_onError(e){this.emitReserved("error",e,this._xhr),this._cleanup(!0)}_cleanup(e){if(!(typeof this._xhr>"u"||this._xhr===null)){if(this._xhr.onreadystatechange=ws,e)try{this._xhr.abort()}catch{}typeof document<"u"&&delete r.requests[this._index],this._xhr=null}}_onLoad(){let e=this._xhr.responseText;e!==null&&(this.emitReserved("data",e),this.emitReserved("success"),this._cleanup())}abort(){this._cleanup()}};K.requestsCount=0;K.requests={};if(typeof document<"u"){if(typeof attachEvent=="function")attachEvent("onunload",si);else if(typeof addEventListener=="function"){let r="onpagehide"in A?"pagehide":"unload";addEventListener(r,si,!1)}}function si(){for(let r in K.requests)K.requests.hasOwnProperty(r)&&K.requests[r].abort()}var _s=(function(){let r=ni({xdomain:!1});return r&&r.responseType!==null})(),Y=class extends Ot{constructor(e){super(e);let t=e&&e.forceBase64;this.supportsBinary=_s&&!t}request(e={}){return Object.assign(e,{xd:this.xd},this.opts),new K(ni,this.uri(),e)}};function ni(r){let e=r.xdomain;try{if(typeof XMLHttpRequest<"u"&&(!e||ii))return new XMLHttpRequest}catch{}if(!e)try{return new A[["Active"].concat("Object").join("X")]("Microsoft.XMLHTTP")}catch{}}var oi=typeof navigator<"u"&&typeof navigator.product=="string"&&navigator.product.toLowerCase()==="reactnative",Lt=class extends I{get name(){return"websocket"}doOpen(){let e=this.uri(),t=this.opts.protocols,i=oi?{}:tt(this.opts,"agent","perMessageDeflate","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","localAddress","protocolVersion","origin","maxPayload","family","checkServerIdentity");this.opts.extraHeaders&&(i.headers=this.opts.extraHeaders);try{this.ws=this.createSocket(e,t,i)}catch(s){return this.emitReserved("error",s)}this.ws.binaryType=this.socket.binaryType,this.addEventListeners()}addEventListeners(){this.ws.onopen=()=>{this.opts.autoUnref&&this.ws._socket.unref(),this.onOpen()},this.ws.onclose=e=>this.onClose({description:"websocket connection closed",context:e}),this.ws.onmessage=e=>this.onData(e.data),this.ws.onerror=e=>this.onError("websocket error",e)}write(e){this.writable=!1;for(let t=0;t<e.length;t++){let i=e[t],s=t===e.length-1;ke(i,this.supportsBinary,n=>{try{this.doWrite(i,n)}catch{}s&&H(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){typeof this.ws<"u"&&(this.ws.onerror=()=>{},this.ws.close(),this.ws=null)}uri(){let e=this.opts.secure?"wss":"ws",t=this.query||{};return this.opts.timestampRequests&&(t[this.opts.timestampParam]=rt()),this.supportsBinary||(t.b64=1),this.createUri(e,t)}},Nt=A.WebSocket||A.MozWebSocket,Q=class extends Lt{createSocket(e,t,i){return oi?new Nt(e,t,i):t?new Nt(e,t):new Nt(e)}doWrite(e,t){this.ws.send(t)}};var ce=class extends I{get name(){return"webtransport"}doOpen(){try{this._transport=new WebTransport(this.createUri("https"),this.opts.transportOptions[this.name])}catch(e){return this.emitReserved("error",e)}this._transport.closed.then(()=>{this.onClose()}).catch(e=>{this.onError("webtransport error",e)}),this._transport.ready.then(()=>{this._transport.createBidirectionalStream().then(e=>{let t=Jr(Number.MAX_SAFE_INTEGER,this.socket.binaryType),i=e.readable.pipeThrough(t).getReader(),s=Xr();s.readable.pipeTo(e.writable),this._writer=s.writable.getWriter();let n=()=>{i.read().then(({done:a,value:l})=>{a||(this.onPacket(l),n())}).catch(a=>{})};n();let o={type:"open"};this.query.sid&&(o.data=`{"sid":"${this.query.sid}"}`),this._writer.write(o).then(()=>this.onOpen())})})}write(e){this.writable=!1;for(let t=0;t<e.length;t++){let i=e[t],s=t===e.length-1;this._writer.write(i).then(()=>{s&&H(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){var e;(e=this._transport)===null||e===void 0||e.close()}};var Mt={websocket:Q,webtransport:ce,polling:Y};var Es=/^(?:(?![^:@\/?#]+:[^:@\/]*@)(http|https|ws|wss):\/\/)?((?:(([^:@\/?#]*)(?::([^:@\/?#]*))?)?@)?((?:[a-f0-9]{0,4}:){2,7}[a-f0-9]{0,4}|[^:\/?#]*)(?::(\d*))?)(((\/(?:[^?#](?![^?#\/]*\.[^?#\/.]+(?:[?#]|$)))*\/?)?([^?#\/]*))(?:\?([^#]*))?(?:#(.*))?)/,ks=["source","protocol","authority","userInfo","user","password","host","port","relative","path","directory","file","query","anchor"];function pe(r){if(r.length>8e3)throw"URI too long";let e=r,t=r.indexOf("["),i=r.indexOf("]");t!=-1&&i!=-1&&(r=r.substring(0,t)+r.substring(t,i).replace(/:/g,";")+r.substring(i,r.length));let s=Es.exec(r||""),n={},o=14;for(;o--;)n[ks[o]]=s[o]||"";return t!=-1&&i!=-1&&(n.source=e,n.host=n.host.substring(1,n.host.length-1).replace(/;/g,":"),n.authority=n.authority.replace("[","").replace("]","").replace(/;/g,":"),n.ipv6uri=!0),n.pathNames=$s(n,n.path),n.queryKey=Ts(n,n.query),n}function $s(r,e){let t=/\/{2,9}/g,i=e.replace(t,"/").split("/");return(e.slice(0,1)=="/"||e.length===0)&&i.splice(0,1),e.slice(-1)=="/"&&i.splice(i.length-1,1),i}function Ts(r,e){let t={};return e.replace(/(?:^|&)([^&=]*)=?([^&]*)/g,function(i,s,n){s&&(t[s]=n)}),t}var Pt=typeof addEventListener=="function"&&typeof removeEventListener=="function",st=[];Pt&&addEventListener("offline",()=>{st.forEach(r=>r())},!1);var se=class r extends b{constructor(e,t={}){var i,s;if(super(),this.binaryType=Gr,this.writeBuffer=[],this._prevBufferLen=0,this._upgrades=[],this._pingInterval=-1,this._pingTimeout=-1,this._maxPayload=-1,this._pingTimeoutTime=1/0,e&&typeof e=="object"&&(t=e,e=null),e){let n=pe(e);t.hostname=n.host,t.secure=n.protocol==="https"||n.protocol==="wss",t.port=n.port,n.query&&(t.query=n.query)}else t.host&&(t.hostname=pe(t.host).host);if(U(this,t),this.secure=t.secure!=null?t.secure:typeof location<"u"&&location.protocol==="https:",t.hostname&&!t.port&&(t.port=this.secure?"443":"80"),this.hostname=t.hostname||(typeof location<"u"?location.hostname:"localhost"),this.port=t.port||(typeof location<"u"&&location.port?location.port:this.secure?"443":"80"),t.transportImplementations&&t.transports)throw new Error("specifying both 'transportImplementations' and 'transports' options is not supported");t.transportImplementations||!((i=t.transports)===null||i===void 0)&&i.length&&typeof t.transports[0]=="function"?(this.transports=[],this._transportsByName=Object.create(null),((s=t.transportImplementations)!==null&&s!==void 0?s:t.transports).forEach(n=>{let o=n.prototype.name;this.transports.push(o),this._transportsByName[o]=n})):(this.transports=t.transports?[...t.transports]:["polling","websocket","webtransport"],this._transportsByName=Mt),this.opts=Object.assign({path:"/engine.io",agent:!1,withCredentials:!1,upgrade:!0,timestampParam:"t",rememberUpgrade:!1,addTrailingSlash:!0,rejectUnauthorized:!0,perMessageDeflate:{threshold:1024},transportOptions:{},closeOnBeforeunload:!1},t),this.opts.path=this.opts.path.replace(/\/$/,"")+(this.opts.addTrailingSlash?"/":""),typeof this.opts.query=="string"&&(this.opts.query=ti(this.opts.query)),Pt&&(this.opts.closeOnBeforeunload&&(this._beforeunloadEventListener=()=>{this.transport&&(this.transport.removeAllListeners(),this.transport.close())},addEventListener("beforeunload",this._beforeunloadEventListener,!1)),this.hostname!=="localhost"&&(this._offlineEventListener=()=>{this._onClose("transport close",{description:"network connection lost"})},st.push(this._offlineEventListener))),this.opts.withCredentials&&(this._cookieJar=void 0),this._open()}createTransport(e){let t=Object.assign({},this.opts.query);t.EIO=Rt,t.transport=e,this.id&&(t.sid=this.id);let i=Object.assign({},this.opts,{query:t,socket:this,hostname:this.hostname,secure:this.secure,port:this.port},this.opts.transportOptions[e]);return new this._transportsByName[e](i)}_open(){if(this.transports.length===0){this.setTimeoutFn(()=>{this.emitReserved("error","No transports available")},0);return}let e=this.opts.rememberUpgrade&&r.priorWebsocketSuccess&&this.transports.indexOf("websocket")!==-1?"websocket":this.transports[0];this.readyState="opening";let t=this.createTransport(e);t.open(),this.setTransport(t)}setTransport(e){this.transport&&this.transport.removeAllListeners(),this.transport=e,e.on("drain",this._onDrain.bind(this)).on("packet",this._onPacket.bind(this)).on("error",this._onError.bind(this)).on("close",t=>this._onClose("transport close",t))}_probe(e){let t=this.createTransport(e),i=!1;r.priorWebsocketSuccess=!1;let s=()=>{i||(t.send([{type:"ping",data:"probe"}]),t.once("packet",h=>{if(!i)if(h.type==="pong"&&h.data==="probe"){if(this.upgrading=!0,this.emitReserved("upgrading",t),!t)return;r.priorWebsocketSuccess=t.name==="websocket",this.transport.pause(()=>{i||this.readyState!=="closed"&&(v(),this.setTransport(t),t.send([{type:"upgrade"}]),this.emitReserved("upgrade",t),t=null,this.upgrading=!1,this.flush())})}else{let g=new Error("probe error");g.transport=t.name,this.emitReserved("upgradeError",g)}}))};function n(){i||(i=!0,v(),t.close(),t=null)}let o=h=>{let g=new Error("probe error: "+h);g.transport=t.name,n(),this.emitReserved("upgradeError",g)};function a(){o("transport closed")}function l(){o("socket closed")}function f(h){t&&h.name!==t.name&&n()}let v=()=>{t.removeListener("open",s),t.removeListener("error",o),t.removeListener("close",a),this.off("close",l),this.off("upgrading",f)};t.once("open",s),t.once("error",o),t.once("close",a),this.once("close",l),this.once("upgrading",f),this._upgrades.indexOf("webtransport")!==-1&&e!=="webtransport"?this.setTimeoutFn(()=>{i||t.open()},200):t.open()}onOpen(){if(this.readyState="open",r.priorWebsocketSuccess=this.transport.name==="websocket",this.emitReserved("open"),this.flush(),this.readyState==="open"&&this.opts.upgrade)for(let e=0;e<this._upgrades.length;e++)this._probe(this._upgrades[e])}_onPacket(e){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing")switch(this.emitReserved("packet",e),this.emitReserved("heartbeat"),e.type){case"open":this.onHandshake(JSON.parse(e.data));break;case"ping":this._sendPacket("pong"),this.emitReserved("ping"),this.emitReserved("pong"),this._resetPingTimeout();break;case"error":let t=new Error("server error");t.code=e.data,this._onError(t);break;case"message":this.emitReserved("data",e.data),this.emitReserved("message",e.data);break}}onHandshake(e){this.emitReserved("handshake",e),this.id=e.sid,this.transport.query.sid=e.sid,this._upgrades=this._filterUpgrades(e.upgrades),this._pingInterval=e.pingInterval,this._pingTimeout=e.pingTimeout,this._maxPayload=e.maxPayload,this.onOpen(),this.readyState!=="closed"&&this._resetPingTimeout()}_resetPingTimeout(){this.clearTimeoutFn(this._pingTimeoutTimer);let e=this._pingInterval+this._pingTimeout;this._pingTimeoutTime=Date.now()+e,this._pingTimeoutTimer=this.setTimeoutFn(()=>{this._onClose("ping timeout")},e),this.opts.autoUnref&&this._pingTimeoutTimer.unref()}_onDrain(){this.writeBuffer.splice(0,this._prevBufferLen),this._prevBufferLen=0,this.writeBuffer.length===0?this.emitReserved("drain"):this.flush()}flush(){if(this.readyState!=="closed"&&this.transport.writable&&!this.upgrading&&this.writeBuffer.length){let e=this._getWritablePackets();this.transport.send(e),this._prevBufferLen=e.length,this.emitReserved("flush")}}_getWritablePackets(){if(!(this._maxPayload&&this.transport.name==="polling"&&this.writeBuffer.length>1))return this.writeBuffer;let t=1;for(let i=0;i<this.writeBuffer.length;i++){let s=this.writeBuffer[i].data;if(s&&(t+=Zr(s)),i>0&&t>this._maxPayload)return this.writeBuffer.slice(0,i);t+=2}return this.writeBuffer}_hasPingExpired(){if(!this._pingTimeoutTime)return!0;let e=Date.now()>this._pingTimeoutTime;return e&&(this._pingTimeoutTime=0,H(()=>{this._onClose("ping timeout")},this.setTimeoutFn)),e}write(e,t,i){return this._sendPacket("message",e,t,i),this}send(e,t,i){return this._sendPacket("message",e,t,i),this}_sendPacket(e,t,i,s){if(typeof t=="function"&&(s=t,t=void 0),typeof i=="function"&&(s=i,i=null),this.readyState==="closing"||this.readyState==="closed")return;i=i||{},i.compress=i.compress!==!1;let n={type:e,data:t,options:i};this.emitReserved("packetCreate",n),this.writeBuffer.push(n),s&&this.once("flush",s),this.flush()}close(){let e=()=>{this._onClose("forced close"),this.transport.close()},t=()=>{this.off("upgrade",t),this.off("upgradeError",t),e()},i=()=>{this.once("upgrade",t),this.once("upgradeError",t)};return(this.readyState==="opening"||this.readyState==="open")&&(this.readyState="closing",this.writeBuffer.length?this.once("drain",()=>{this.upgrading?i():e()}):this.upgrading?i():e()),this}_onError(e){if(r.priorWebsocketSuccess=!1,this.opts.tryAllTransports&&this.transports.length>1&&this.readyState==="opening")return this.transports.shift(),this._open();this.emitReserved("error",e),this._onClose("transport error",e)}_onClose(e,t){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing"){if(this.clearTimeoutFn(this._pingTimeoutTimer),this.transport.removeAllListeners("close"),this.transport.close(),this.transport.removeAllListeners(),Pt&&(this._beforeunloadEventListener&&removeEventListener("beforeunload",this._beforeunloadEventListener,!1),this._offlineEventListener)){let i=st.indexOf(this._offlineEventListener);i!==-1&&st.splice(i,1)}this.readyState="closed",this.id=null,this.emitReserved("close",e,t),this.writeBuffer=[],this._prevBufferLen=0}}_filterUpgrades(e){let t=[];for(let i=0;i<e.length;i++)~this.transports.indexOf(e[i])&&t.push(e[i]);return t}};se.protocol=Rt;var gl=se.protocol;function ai(r,e="",t){let i=r;t=t||typeof location<"u"&&location,r==null&&(r=t.protocol+"//"+t.host),typeof r=="string"&&(r.charAt(0)==="/"&&(r.charAt(1)==="/"?r=t.protocol+r:r=t.host+r),/^(https?|wss?):\/\//.test(r)||(typeof t<"u"?r=t.protocol+"//"+r:r="https://"+r),i=pe(r)),i.port||(/^(http|ws)$/.test(i.protocol)?i.port="80":/^(http|ws)s$/.test(i.protocol)&&(i.port="443")),i.path=i.path||"/";let n=i.host.indexOf(":")!==-1?"["+i.host+"]":i.host;return i.id=i.protocol+"://"+n+":"+i.port+e,i.href=i.protocol+"://"+n+(t&&t.port===i.port?"":":"+i.port),i}var Ht={};Ui(Ht,{Decoder:()=>Dt,Encoder:()=>Bt,PacketType:()=>m,isPacketValid:()=>Ps,protocol:()=>di});var As=typeof ArrayBuffer=="function",Cs=r=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(r):r.buffer instanceof ArrayBuffer,li=Object.prototype.toString,Rs=typeof Blob=="function"||typeof Blob<"u"&&li.call(Blob)==="[object BlobConstructor]",Os=typeof File=="function"||typeof File<"u"&&li.call(File)==="[object FileConstructor]";function Ce(r){return As&&(r instanceof ArrayBuffer||Cs(r))||Rs&&r instanceof Blob||Os&&r instanceof File}function Ae(r,e){if(!r||typeof r!="object")return!1;if(Array.isArray(r)){for(let t=0,i=r.length;t<i;t++)if(Ae(r[t]))return!0;return!1}if(Ce(r))return!0;if(r.toJSON&&typeof r.toJSON=="function"&&arguments.length===1)return Ae(r.toJSON(),!0);for(let t in r)if(Object.prototype.hasOwnProperty.call(r,t)&&Ae(r[t]))return!0;return!1}function ci(r){let e=[],t=r.data,i=r;return i.data=nt(t,e),i.attachments=e.length,{packet:i,buffers:e}}function nt(r,e,t){if(!r)return r;if(Ce(r)){let i={_placeholder:!0,num:e.length};return e.push(r),i}else if(Array.isArray(r)){let i=new Array(r.length);for(let s=0;s<r.length;s++)i[s]=nt(r[s],e);return i}else if(typeof r=="object"&&!(r instanceof Date)){if(r.toJSON&&typeof r.toJSON=="function"&&!t)return nt(r.toJSON(),e,!0);let i={};for(let s in r)Object.prototype.hasOwnProperty.call(r,s)&&(i[s]=nt(r[s],e));return i}return r}function pi(r,e){return r.data=qt(r.data,e),delete r.attachments,r}function qt(r,e){if(!r)return r;if(r&&r._placeholder===!0){if(typeof r.num=="number"&&r.num>=0&&r.num<e.length)return e[r.num];throw new Error("illegal attachments")}else if(Array.isArray(r))for(let t=0;t<r.length;t++)r[t]=qt(r[t],e);else if(typeof r=="object")for(let t in r)Object.prototype.hasOwnProperty.call(r,t)&&(r[t]=qt(r[t],e));return r}var hi=["connect","connect_error","disconnect","disconnecting","newListener","removeListener"],di=5,m;(function(r){r[r.CONNECT=0]="CONNECT",r[r.DISCONNECT=1]="DISCONNECT",r[r.EVENT=2]="EVENT",r[r.ACK=3]="ACK",r[r.CONNECT_ERROR=4]="CONNECT_ERROR",r[r.BINARY_EVENT=5]="BINARY_EVENT",r[r.BINARY_ACK=6]="BINARY_ACK"})(m||(m={}));var Bt=class{constructor(e){this.replacer=e}encode(e){return(e.type===m.EVENT||e.type===m.ACK)&&Ae(e)?this.encodeAsBinary({type:e.type===m.EVENT?m.BINARY_EVENT:m.BINARY_ACK,nsp:e.nsp,data:e.data,id:e.id}):[this.encodeAsString(e)]}encodeAsString(e){let t=""+e.type;return(e.type===m.BINARY_EVENT||e.type===m.BINARY_ACK)&&(t+=e.attachments+"-"),e.nsp&&e.nsp!=="/"&&(t+=e.nsp+","),e.id!=null&&(t+=e.id),e.data!=null&&(t+=JSON.stringify(e.data,this.replacer)),t}encodeAsBinary(e){let t=ci(e),i=this.encodeAsString(t.packet),s=t.buffers;return s.unshift(i),s}},Dt=class r extends b{constructor(e){super(),this.opts=Object.assign({reviver:void 0,maxAttachments:10},typeof e=="function"?{reviver:e}:e)}add(e){let t;if(typeof e=="string"){if(this.reconstructor)throw new Error("got plaintext data when reconstructing a packet");t=this.decodeString(e);let i=t.type===m.BINARY_EVENT;i||t.type===m.BINARY_ACK?(t.type=i?m.EVENT:m.ACK,this.reconstructor=new zt(t)):super.emitReserved("decoded",t)}else if(Ce(e)||e.base64)if(this.reconstructor)t=this.reconstructor.takeBinaryData(e),t&&(this.reconstructor=null,super.emitReserved("decoded",t));else throw new Error("got binary data when not reconstructing a packet");else throw new Error("Unknown type: "+e)}decodeString(e){let t=0,i={type:Number(e.charAt(0))};if(m[i.type]===void 0)throw new Error("unknown packet type "+i.type);if(i.type===m.BINARY_EVENT||i.type===m.BINARY_ACK){let n=t+1;for(;e.charAt(++t)!=="-"&&t!=e.length;);let o=e.substring(n,t);if(o!=Number(o)||e.charAt(t)!=="-")throw new Error("Illegal attachments");let a=Number(o);if(!ui(a)||a<1)throw new Error("Illegal attachments");if(a>this.opts.maxAttachments)throw new Error("too many attachments");i.attachments=a}if(e.charAt(t+1)==="/"){let n=t+1;for(;++t&&!(e.charAt(t)===","||t===e.length););i.nsp=e.substring(n,t)}else i.nsp="/";let s=e.charAt(t+1);if(s!==""&&Number(s)==s){let n=t+1;for(;++t;){let o=e.charAt(t);if(o==null||Number(o)!=o){--t;break}if(t===e.length)break}i.id=Number(e.substring(n,t+1))}if(e.charAt(++t)){let n=this.tryParse(e.substr(t));if(r.isPayloadValid(i.type,n))i.data=n;else throw new Error("invalid payload")}return i}tryParse(e){try{return JSON.parse(e,this.opts.reviver)}catch{return!1}}static isPayloadValid(e,t){switch(e){case m.CONNECT:return ot(t);case m.DISCONNECT:return t===void 0;case m.CONNECT_ERROR:return typeof t=="string"||ot(t);case m.EVENT:case m.BINARY_EVENT:return Array.isArray(t)&&(typeof t[0]=="number"||typeof t[0]=="string"&&hi.indexOf(t[0])===-1);case m.ACK:case m.BINARY_ACK:return Array.isArray(t)}}destroy(){this.reconstructor&&(this.reconstructor.finishedReconstruction(),this.reconstructor=null)}},zt=class{constructor(e){this.packet=e,this.buffers=[],this.reconPack=e}takeBinaryData(e){if(this.buffers.push(e),this.buffers.length===this.reconPack.attachments){let t=pi(this.reconPack,this.buffers);return this.finishedReconstruction(),t}return null}finishedReconstruction(){this.reconPack=null,this.buffers=[]}};function Ns(r){return typeof r=="string"}var ui=Number.isInteger||function(r){return typeof r=="number"&&isFinite(r)&&Math.floor(r)===r};function Ls(r){return r===void 0||ui(r)}function ot(r){return Object.prototype.toString.call(r)==="[object Object]"}function Ms(r,e){switch(r){case m.CONNECT:return e===void 0||ot(e);case m.DISCONNECT:return e===void 0;case m.EVENT:return Array.isArray(e)&&(typeof e[0]=="number"||typeof e[0]=="string"&&hi.indexOf(e[0])===-1);case m.ACK:return Array.isArray(e);case m.CONNECT_ERROR:return typeof e=="string"||ot(e);default:return!1}}function Ps(r){return Ns(r.nsp)&&Ls(r.id)&&Ms(r.type,r.data)}function R(r,e,t){return r.on(e,t),function(){r.off(e,t)}}var qs=Object.freeze({connect:1,connect_error:1,disconnect:1,disconnecting:1,newListener:1,removeListener:1}),he=class extends b{constructor(e,t,i){super(),this.connected=!1,this.recovered=!1,this.receiveBuffer=[],this.sendBuffer=[],this._queue=[],this._queueSeq=0,this.ids=0,this.acks={},this.flags={},this.io=e,this.nsp=t,i&&i.auth&&(this.auth=i.auth),this._opts=Object.assign({},i),this.io._autoConnect&&this.open()}get disconnected(){return!this.connected}subEvents(){if(this.subs)return;let e=this.io;this.subs=[R(e,"open",this.onopen.bind(this)),R(e,"packet",this.onpacket.bind(this)),R(e,"error",this.onerror.bind(this)),R(e,"close",this.onclose.bind(this))]}get active(){return!!this.subs}connect(){return this.connected?this:(this.subEvents(),this.io._reconnecting||this.io.open(),this.io._readyState==="open"&&this.onopen(),this)}open(){return this.connect()}send(...e){return e.unshift("message"),this.emit.apply(this,e),this}emit(e,...t){var i,s,n;if(qs.hasOwnProperty(e))throw new Error('"'+e.toString()+'" is a reserved event name');if(t.unshift(e),this._opts.retries&&!this.flags.fromQueue&&!this.flags.volatile)return this._addToQueue(t),this;let o={type:m.EVENT,data:t};if(o.options={},o.options.compress=this.flags.compress!==!1,typeof t[t.length-1]=="function"){let v=this.ids++,h=t.pop();this._registerAckCallback(v,h),o.id=v}let a=(s=(i=this.io.engine)===null||i===void 0?void 0:i.transport)===null||s===void 0?void 0:s.writable,l=this.connected&&!(!((n=this.io.engine)===null||n===void 0)&&n._hasPingExpired());return this.flags.volatile&&!a||(l?(this.notifyOutgoingListeners(o),this.packet(o)):this.sendBuffer.push(o)),this.flags={},this}_registerAckCallback(e,t){var i;let s=(i=this.flags.timeout)!==null&&i!==void 0?i:this._opts.ackTimeout;if(s===void 0){this.acks[e]=t;return}let n=this.io.setTimeoutFn(()=>{delete this.acks[e];for(let a=0;a<this.sendBuffer.length;a++)this.sendBuffer[a].id===e&&this.sendBuffer.splice(a,1);t.call(this,new Error("operation has timed out"))},s),o=(...a)=>{this.io.clearTimeoutFn(n),t.apply(this,a)};o.withError=!0,this.acks[e]=o}emitWithAck(e,...t){return new Promise((i,s)=>{let n=(o,a)=>o?s(o):i(a);n.withError=!0,t.push(n),this.emit(e,...t)})}_addToQueue(e){let t;typeof e[e.length-1]=="function"&&(t=e.pop());let i={id:this._queueSeq++,tryCount:0,pending:!1,args:e,flags:Object.assign({fromQueue:!0},this.flags)};e.push((s,...n)=>(this._queue[0],s!==null?i.tryCount>this._opts.retries&&(this._queue.shift(),t&&t(s)):(this._queue.shift(),t&&t(null,...n)),i.pending=!1,this._drainQueue())),this._queue.push(i),this._drainQueue()}_drainQueue(e=!1){if(!this.connected||this._queue.length===0)return;let t=this._queue[0];t.pending&&!e||(t.pending=!0,t.tryCount++,this.flags=t.flags,this.emit.apply(this,t.args))}packet(e){e.nsp=this.nsp,this.io._packet(e)}onopen(){typeof this.auth=="function"?this.auth(e=>{this._sendConnectPacket(e)}):this._sendConnectPacket(this.auth)}_sendConnectPacket(e){this.packet({type:m.CONNECT,data:this._pid?Object.assign({pid:this._pid,offset:this._lastOffset},e):e})}onerror(e){this.connected||this.emitReserved("connect_error",e)}onclose(e,t){this.connected=!1,delete this.id,this.emitReserved("disconnect",e,t),this._clearAcks()}_clearAcks(){Object.keys(this.acks).forEach(e=>{if(!this.sendBuffer.some(i=>String(i.id)===e)){let i=this.acks[e];delete this.acks[e],i.withError&&i.call(this,new Error("socket has been disconnected"))}})}onpacket(e){if(e.nsp===this.nsp)switch(e.type){case m.CONNECT:e.data&&e.data.sid?this.onconnect(e.data.sid,e.data.pid):this.emitReserved("connect_error",new Error("It seems you are trying to reach a Socket.IO server in v2.x with a v3.x client, but they are not compatible (more information here: https://socket.io/docs/v3/migrating-from-2-x-to-3-0/)"));break;case m.EVENT:case m.BINARY_EVENT:this.onevent(e);break;case m.ACK:case m.BINARY_ACK:this.onack(e);break;case m.DISCONNECT:this.ondisconnect();break;case m.CONNECT_ERROR:this.destroy();let i=new Error(e.data.message);i.data=e.data.data,this.emitReserved("connect_error",i);break}}onevent(e){let t=e.data||[];e.id!=null&&t.push(this.ack(e.id)),this.connected?this.emitEvent(t):this.receiveBuffer.push(Object.freeze(t))}emitEvent(e){if(this._anyListeners&&this._anyListeners.length){let t=this._anyListeners.slice();for(let i of t)i.apply(this,e)}super.emit.apply(this,e),this._pid&&e.length&&typeof e[e.length-1]=="string"&&(this._lastOffset=e[e.length-1])}ack(e){let t=this,i=!1;return function(...s){i||(i=!0,t.packet({type:m.ACK,id:e,data:s}))}}onack(e){let t=this.acks[e.id];typeof t=="function"&&(delete this.acks[e.id],t.withError&&e.data.unshift(null),t.apply(this,e.data))}onconnect(e,t){this.id=e,this.recovered=t&&this._pid===t,this._pid=t,this.connected=!0,this.emitBuffered(),this._drainQueue(!0),this.emitReserved("connect")}emitBuffered(){this.receiveBuffer.forEach(e=>this.emitEvent(e)),this.receiveBuffer=[],this.sendBuffer.forEach(e=>{this.notifyOutgoingListeners(e),this.packet(e)}),this.sendBuffer=[]}ondisconnect(){this.destroy(),this.onclose("io server disconnect")}destroy(){this.subs&&(this.subs.forEach(e=>e()),this.subs=void 0),this.io._destroy(this)}disconnect(){return this.connected&&this.packet({type:m.DISCONNECT}),this.destroy(),this.connected&&this.onclose("io client disconnect"),this}close(){return this.disconnect()}compress(e){return this.flags.compress=e,this}get volatile(){return this.flags.volatile=!0,this}timeout(e){return this.flags.timeout=e,this}onAny(e){return this._anyListeners=this._anyListeners||[],this._anyListeners.push(e),this}prependAny(e){return this._anyListeners=this._anyListeners||[],this._anyListeners.unshift(e),this}offAny(e){if(!this._anyListeners)return this;if(e){let t=this._anyListeners;for(let i=0;i<t.length;i++)if(e===t[i])return t.splice(i,1),this}else this._anyListeners=[];return this}listenersAny(){return this._anyListeners||[]}onAnyOutgoing(e){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.push(e),this}prependAnyOutgoing(e){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.unshift(e),this}offAnyOutgoing(e){if(!this._anyOutgoingListeners)return this;if(e){let t=this._anyOutgoingListeners;for(let i=0;i<t.length;i++)if(e===t[i])return t.splice(i,1),this}else this._anyOutgoingListeners=[];return this}listenersAnyOutgoing(){return this._anyOutgoingListeners||[]}notifyOutgoingListeners(e){if(this._anyOutgoingListeners&&this._anyOutgoingListeners.length){let t=this._anyOutgoingListeners.slice();for(let i of t)i.apply(this,e.data)}}};function ne(r){r=r||{},this.ms=r.min||100,this.max=r.max||1e4,this.factor=r.factor||2,this.jitter=r.jitter>0&&r.jitter<=1?r.jitter:0,this.attempts=0}ne.prototype.duration=function(){var r=this.ms*Math.pow(this.factor,this.attempts++);if(this.jitter){var e=Math.random(),t=Math.floor(e*this.jitter*r);r=(Math.floor(e*10)&1)==0?r-t:r+t}return Math.min(r,this.max)|0};ne.prototype.reset=function(){this.attempts=0};ne.prototype.setMin=function(r){this.ms=r};ne.prototype.setMax=function(r){this.max=r};ne.prototype.setJitter=function(r){this.jitter=r};var de=class extends b{constructor(e,t){var i;super(),this.nsps={},this.subs=[],e&&typeof e=="object"&&(t=e,e=void 0),t=t||{},t.path=t.path||"/socket.io",this.opts=t,U(this,t),this.reconnection(t.reconnection!==!1),this.reconnectionAttempts(t.reconnectionAttempts||1/0),this.reconnectionDelay(t.reconnectionDelay||1e3),this.reconnectionDelayMax(t.reconnectionDelayMax||5e3),this.randomizationFactor((i=t.randomizationFactor)!==null&&i!==void 0?i:.5),this.backoff=new ne({min:this.reconnectionDelay(),max:this.reconnectionDelayMax(),jitter:this.randomizationFactor()}),this.timeout(t.timeout==null?2e4:t.timeout),this._readyState="closed",this.uri=e;let s=t.parser||Ht;this.encoder=new s.Encoder,this.decoder=new s.Decoder,this._autoConnect=t.autoConnect!==!1,this._autoConnect&&this.open()}reconnection(e){return arguments.length?(this._reconnection=!!e,e||(this.skipReconnect=!0),this):this._reconnection}reconnectionAttempts(e){return e===void 0?this._reconnectionAttempts:(this._reconnectionAttempts=e,this)}reconnectionDelay(e){var t;return e===void 0?this._reconnectionDelay:(this._reconnectionDelay=e,(t=this.backoff)===null||t===void 0||t.setMin(e),this)}randomizationFactor(e){var t;return e===void 0?this._randomizationFactor:(this._randomizationFactor=e,(t=this.backoff)===null||t===void 0||t.setJitter(e),this)}reconnectionDelayMax(e){var t;return e===void 0?this._reconnectionDelayMax:(this._reconnectionDelayMax=e,(t=this.backoff)===null||t===void 0||t.setMax(e),this)}timeout(e){return arguments.length?(this._timeout=e,this):this._timeout}maybeReconnectOnOpen(){!this._reconnecting&&this._reconnection&&this.backoff.attempts===0&&this.reconnect()}open(e){if(~this._readyState.indexOf("open"))return this;this.engine=new se(this.uri,this.opts);let t=this.engine,i=this;this._readyState="opening",this.skipReconnect=!1;let s=R(t,"open",function(){i.onopen(),e&&e()}),n=a=>{this.cleanup(),this._readyState="closed",this.emitReserved("error",a),e?e(a):this.maybeReconnectOnOpen()},o=R(t,"error",n);if(this._timeout!==!1){let a=this._timeout,l=this.setTimeoutFn(()=>{s(),n(new Error("timeout")),t.close()},a);this.opts.autoUnref&&l.unref(),this.subs.push(()=>{this.clearTimeoutFn(l)})}return this.subs.push(s),this.subs.push(o),this}connect(e){return this.open(e)}onopen(){this.cleanup(),this._readyState="open",this.emitReserved("open");let e=this.engine;this.subs.push(R(e,"ping",this.onping.bind(this)),R(e,"data",this.ondata.bind(this)),R(e,"error",this.onerror.bind(this)),R(e,"close",this.onclose.bind(this)),R(this.decoder,"decoded",this.ondecoded.bind(this)))}onping(){this.emitReserved("ping")}ondata(e){try{this.decoder.add(e)}catch(t){this.onclose("parse error",t)}}ondecoded(e){H(()=>{this.emitReserved("packet",e)},this.setTimeoutFn)}onerror(e){this.emitReserved("error",e)}socket(e,t){let i=this.nsps[e];return i?this._autoConnect&&!i.active&&i.connect():(i=new he(this,e,t),this.nsps[e]=i),i}_destroy(e){let t=Object.keys(this.nsps);for(let i of t)if(this.nsps[i].active)return;this._close()}_packet(e){let t=this.encoder.encode(e);for(let i=0;i<t.length;i++)this.engine.write(t[i],e.options)}cleanup(){this.subs.forEach(e=>e()),this.subs.length=0,this.decoder.destroy()}_close(){this.skipReconnect=!0,this._reconnecting=!1,this.onclose("forced close")}disconnect(){return this._close()}onclose(e,t){var i;this.cleanup(),(i=this.engine)===null||i===void 0||i.close(),this.backoff.reset(),this._readyState="closed",this.emitReserved("close",e,t),this._reconnection&&!this.skipReconnect&&this.reconnect()}reconnect(){if(this._reconnecting||this.skipReconnect)return this;let e=this;if(this.backoff.attempts>=this._reconnectionAttempts)this.backoff.reset(),this.emitReserved("reconnect_failed"),this._reconnecting=!1;else{let t=this.backoff.duration();this._reconnecting=!0;let i=this.setTimeoutFn(()=>{e.skipReconnect||(this.emitReserved("reconnect_attempt",e.backoff.attempts),!e.skipReconnect&&e.open(s=>{s?(e._reconnecting=!1,e.reconnect(),this.emitReserved("reconnect_error",s)):e.onreconnect()}))},t);this.opts.autoUnref&&i.unref(),this.subs.push(()=>{this.clearTimeoutFn(i)})}}onreconnect(){let e=this.backoff.attempts;this._reconnecting=!1,this.backoff.reset(),this.emitReserved("reconnect",e)}};var Re={};function Oe(r,e){typeof r=="object"&&(e=r,r=void 0),e=e||{};let t=ai(r,e.path||"/socket.io"),i=t.source,s=t.id,n=t.path,o=Re[s]&&n in Re[s].nsps,a=e.forceNew||e["force new connection"]||e.multiplex===!1||o,l;return a?l=new de(i,e):(Re[s]||(Re[s]=new de(i,e)),l=Re[s]),t.query&&!e.query&&(e.query=t.queryKey),l.socket(t.path,e)}Object.assign(Oe,{Manager:de,Socket:he,io:Oe,connect:Oe});var Bs="portail-clavardage",fi="ouvert",Ds="portail-clavardage-jeton",zs="portail-clavardage-texte",Ne=class{constructor(e,t){this.unstored=null;this.storage=e,this.key=t}read(){try{return this.storage().getItem(this.key)??this.unstored}catch{return this.unstored}}write(e){this.unstored=e;try{e===null?this.storage().removeItem(this.key):this.storage().setItem(this.key,e)}catch{}}},mi=()=>sessionStorage,gi=new Ne(mi,Bs),vi=new Ne(mi,Ds),yi=new Ne(()=>localStorage,zs);function Ut(r){gi.write(r?fi:null)}function bi(){return gi.read()===fi}function It(r){vi.write(r)}function Vt(){return vi.read()}function xi(r){yi.write(String(r))}function wi(){return Number(yi.read())||1}var Hs=`${_t} ou, sans frais, ${wr}`,c={launcher:"Besoin d\u2019aide?",unread:r=>r===1?"1 nouveau message":`${r} nouveaux messages`,title:"Aide \xE0 la connexion",close:"Fermer la fen\xEAtre d\u2019aide",notice:"L\u2019assistant qui vous r\xE9pond est automatis\xE9, ce n\u2019est pas une personne. Une personne du service \xE0 la client\xE8le peut prendre la rel\xE8ve.",neverAsked:"N\u2019\xE9crivez ici ni mot de passe, ni num\xE9ro d\u2019assurance sociale, ni num\xE9ro de carte\xA0: l\u2019assistant ne les demande jamais.",thisTabOnly:"Sur ce site, vous retrouvez la conversation dans cet onglet seulement.",connecting:"Connexion \xE0 l\u2019assistant\u2026",unreachable:r=>`${r??"La connexion est interrompue; nous essayons de la r\xE9tablir."} Vous pouvez aussi nous joindre au ${Hs}.`,reachable:"La connexion est r\xE9tablie.",offer:"\xC0 propos de cette page\xA0:",options:"Options",textSize:"Taille du texte",smaller:"A\u2212, r\xE9duire le texte",larger:"A+, agrandir le texte",textScale:r=>`${Math.round(r*100)}\xA0%`,save:"Enregistrer la conversation",saved:"La conversation est enregistr\xE9e dans un fichier.",savedAt:r=>`Conversation enregistr\xE9e le ${r}`,fileName:r=>`conversation-${r}.txt`,restart:"Terminer et recommencer",restartQuestion:"Terminer la conversation?",restartMeaning:r=>`${_i(r)}Une nouvelle conversation commence et celle-ci n\u2019est plus affich\xE9e. Pour la supprimer, choisissez plut\xF4t \xAB\xA0Effacer la conversation\xA0\xBB.`,restartYes:"Terminer",erase:"Effacer la conversation",eraseQuestion:"Effacer la conversation?",eraseMeaning:r=>`${_i(r)}Tout ce qui a \xE9t\xE9 \xE9crit ici est supprim\xE9 et la fen\xEAtre se ferme. C\u2019est un bon choix sur un ordinateur public.`,eraseYes:"Effacer",cancel:"Annuler",underWay:"Un instant\u2026",notDone:`La demande n\u2019a pas abouti. R\xE9essayez dans un moment, ou appelez au ${_t}.`,erased:"La conversation est effac\xE9e.",again:"Nouvelle conversation",owner:({owner:r,agent:e},t)=>{switch(r){case"bot":return"Assistant automatis\xE9";case"waiting":return t?"En attente d\u2019une personne":"Demande transmise";case"agent":return e?`Vous parlez avec ${e}`:"Vous parlez avec une personne";case"closed":return"Conversation termin\xE9e"}},reference:"R\xE9f\xE9rence\xA0:",place:({position:r})=>`Vous \xEAtes en ${r}${r===1?"re":"e"} place`,wait:({minutes:r})=>r<1?"moins d\u2019une minute":r<60?`environ\xA0${r}\xA0min`:"plus d\u2019une heure",survey:{assistant:{title:"Votre avis sur l\u2019assistant",help:"Est-ce que l\u2019assistant vous a \xE9t\xE9 utile?",worst:"pas du tout",best:"beaucoup"},agent:{title:"Votre avis sur le service",help:"Comment \xE9tait le service re\xE7u?",worst:"mauvais",best:"excellent"}},surveySolved:"Est-ce r\xE9gl\xE9?",yes:"Oui",no:"Non",surveySend:"Envoyer mon avis",surveySkip:"Passer",surveyEmpty:"Choisissez au moins une r\xE9ponse, ou passez.",surveyThanks:"Merci, votre avis est not\xE9.",surveyAsked:r=>`${r}, si vous le voulez\xA0: deux questions sont \xE0 la fin de la conversation.`,notRated:"Votre avis n\u2019a pas pu \xEAtre envoy\xE9. R\xE9essayez dans un moment.",placeholder:(r,{owner:e})=>e==="closed"?"\xC9crivez pour reprendre":Us[r??""]??"\xC9crivez votre message"};function _i(r){return r==="agent"||r==="waiting"?"Votre demande au service \xE0 la client\xE8le est retir\xE9e. ":""}var Us={code_utilisateur:"Votre code d\u2019utilisateur",prenom:"Votre pr\xE9nom",nom:"Votre nom de famille",courriel:"Votre adresse courriel",telephone_rappel:"Votre num\xE9ro de t\xE9l\xE9phone",moment_rappel:"Le moment qui vous convient"};var Ei=1e4,ki=8e3,Is=2e4,Vs=6e3,Wt=1e3,$i=2e4,Ws="conversation_absente",Fs=[429,503],Ft="/api/conversation",ue=class extends Error{constructor(e){super("the gateway refused"),this.sentence=e}},at=class{constructor(e){this.retryDelay=Wt;this.entering=!1;this.cookieLost=!1;this.closed=!1;this.options=e,this.socket=Oe(e.gateway,{autoConnect:!1,withCredentials:!0,transports:["websocket","polling"],tryAllTransports:!0,timeout:ki,reconnectionDelay:Wt,reconnectionDelayMax:$i,auth:t=>{let i=e.last();t({last_seq:i?.seq??0,last_id:i?.id,token:Vt()})}}),this.listen()}async open(){this.cancelRetry();let e=new URLSearchParams;this.options.context&&e.set("contexte",this.options.context),this.cookieLost&&e.set("sans-temoin","");try{let t=await this.request("POST",`${Ft}?${e}`),{resumed:i,offer:s,token:n}=await t.json();if(this.closed)return;n!==void 0&&It(n),this.entering=!0,this.options.onEvent({type:"session",resumed:i,offer:s??null,ofThisTab:n!==void 0}),this.socket.connect()}catch(t){this.loseReach(t instanceof ue?t.sentence:null),this.openLater()}}end(){return this.leave("POST",`${Ft}/fin`,!1)}erase(){return this.leave("DELETE",Ft,!0)}async send(e,t){let i="text"in t?{id:e,text:t.text}:{id:e,button:t.choice.token};try{return await this.socket.timeout(Ei).emitWithAck("message",i)}catch(s){throw this.socket.connected&&this.restart(),s}}tellTyping(e){this.socket.connected&&this.socket.emit("typing",{active:e})}tellRead(e){return this.socket.connected&&this.socket.emit("read",{seq:e}),this.socket.connected}async rate(e){try{let t=await this.socket.timeout(Ei).emitWithAck("rate",e);return t.ok?null:t.error}catch{return c.notRated}}hurry(){this.retryTimer!==void 0?this.open():this.socket.active&&!this.socket.connected&&this.restart()}close(){this.closed=!0,this.cancelRetry(),clearTimeout(this.typingTimer),this.socket.disconnect()}listen(){let{onEvent:e}=this.options;this.socket.on("connect",()=>this.entering=!1),this.socket.on("history",t=>{this.retryDelay=Wt,e({type:"history",history:t})}),this.socket.on("message",t=>e({type:"message",message:t})),this.socket.on("state",t=>e({type:"ownership",ownership:t})),this.socket.on("waiting",t=>e({type:"waiting",waiting:t})),this.socket.on("typing",t=>{e({type:"typing",typing:t}),clearTimeout(this.typingTimer),!(!t.active||t.from.kind!=="agent")&&(this.typingTimer=setTimeout(()=>e({type:"typing",typing:{...t,active:!1}}),Vs))}),this.socket.on("turn",this.options.onTurn),this.socket.on("ended",({erased:t})=>this.finish(t)),this.socket.on("disconnect",t=>{e({type:"disconnected"}),t==="io server disconnect"&&this.openLater()}),this.socket.on("connect_error",({message:t})=>{if(t===Ws&&this.entering&&!this.cookieLost){this.cookieLost=!0,this.open();return}this.loseReach(null),this.socket.active||this.openLater()})}loseReach(e){this.closed||this.options.onEvent({type:"unreachable",refusal:e})}async request(e,t,i=ki){let s=Vt(),n=await fetch(new URL(t,this.options.gateway),{method:e,credentials:"include",headers:s===null?{}:{Authorization:`Bearer ${s}`},signal:AbortSignal.timeout(i)});if(n.ok)return n;if(!Fs.includes(n.status))throw new ue(null);let{error:o}=await n.json();throw new ue(o??null)}async leave(e,t,i){try{await this.request(e,t,Is)}catch(s){return(s instanceof ue?s.sentence:null)??c.notDone}return this.finish(i),null}finish(e){this.closed||(this.close(),e&&It(null),this.options.onEnded(e))}restart(){this.socket.disconnect().connect()}openLater(){this.closed||(this.cancelRetry(),this.retryTimer=setTimeout(()=>{this.open()},this.retryDelay),this.retryDelay=Math.min(this.retryDelay*2,$i))}cancelRetry(){clearTimeout(this.retryTimer),this.retryTimer=void 0}};function jt(r,e){let t=new Set(r.map(s=>s.seq)),i=e.filter(s=>!t.has(s.seq)&&t.add(s.seq));return i.length===0?r:[...r,...i].sort((s,n)=>s.seq-n.seq)}function Ti(r){let e=0;for(let t of r){if(e>0&&t.seq!==e+1)break;e=t.seq}return e}var lt={messages:[],ownership:{owner:"bot",agent:null,reference:null,survey:null,agent_read_seq:0},waiting:null,typing:null,restored:!1,unreachable:!1,refusal:null,offer:null,ofThisTab:!1};function Kt(r,e){switch(e.type){case"session":{let{resumed:t,offer:i,ofThisTab:s}=e;return{...t?r:{...lt,restored:!0},offer:i,ofThisTab:s}}case"history":return{...r,messages:js(r,e.history.messages),ownership:e.history.state,waiting:null,restored:!0,unreachable:!1,refusal:null};case"message":return{...r,messages:jt(r.messages,[e.message]),typing:e.message.from.kind===r.typing?.kind?null:r.typing};case"ownership":return e.ownership.owner===r.ownership.owner?{...r,ownership:e.ownership}:{...r,ownership:e.ownership,waiting:null,typing:null};case"waiting":return{...r,waiting:e.waiting};case"typing":return{...r,typing:e.typing.active?e.typing.from:null};case"disconnected":return{...r,typing:null};case"offer-taken":return{...r,offer:null};case"unreachable":return{...r,unreachable:!0,refusal:e.refusal};case"ended":return lt}}function Yt({messages:r}){let e=Ti(r);return r.find(t=>t.seq===e)??null}function Si(r,e){if(!r.restored||r.messages===e.messages)return[];let t=new Set(r.messages.map(i=>i.id));return e.messages.filter(({from:i,id:s})=>i.kind!=="client"&&!t.has(s))}function Ai({messages:r,ownership:e}){let{owner:t}=e;if(t==="agent"||t==="closed")return null;let i=r.findLastIndex(o=>o.buttons.length>0),s=r[i];return s?t==="waiting"&&s.from.kind==="system"?s:r.slice(i+1).some(({from:o})=>o.kind!=="bot")?null:s:null}function Ci({messages:r,ownership:{owner:e}}){return e==="bot"||e==="waiting"?r.at(-1)?.expects??null:null}function Qt({ownership:{owner:r}}){return r==="waiting"||r==="agent"}function js(r,e){return(e[0]?.seq??1/0)<=(Yt(r)?.seq??0)?e:jt(r.messages,e)}var Xt=document.currentScript,Ri=Xt?.dataset.passerelle??new URL(Xt?.src??location.href).origin,Oi=Xt?.dataset.contexte??null;var Jt="(max-width: 30em), (max-height: 30em)",Ni=S`
  .launcher {
    position: fixed;
    inset-block-end: calc(16px + env(safe-area-inset-bottom));
    inset-inline-end: calc(16px + env(safe-area-inset-right));
    z-index: 2147483000;
    display: flex;
    gap: 10px;
    align-items: center;
    max-inline-size: calc(100vw - 32px);
    min-block-size: 52px;
    padding: 10px 20px 10px 16px;
    box-shadow: var(--portail-shadow);
    text-align: start;
  }

  .badge {
    min-inline-size: 24px;
    padding: 1px 7px;
    border-radius: var(--portail-radius-round);
    background: var(--portail-on-accent);
    color: var(--portail-accent);
    font-size: var(--portail-text-small);
    font-weight: 700;
    text-align: center;
  }

  .farewell {
    position: fixed;
    inset-block-end: calc(84px + env(safe-area-inset-bottom));
    inset-inline-end: calc(16px + env(safe-area-inset-right));
    z-index: 2147483000;
    max-inline-size: calc(100vw - 32px);
    margin: 0;
    padding: 10px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  dialog {
    position: fixed;
    inset: auto calc(16px + env(safe-area-inset-right)) 16px auto;
    z-index: 2147483000;
    inline-size: min(25em, 100vw - 32px);
    block-size: min(660px, 100vh - 32px);
    block-size: min(660px, 100dvh - 32px);
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    /* Not scrolled by anything, not even by a focus that moves. */
    overflow: clip;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface-sunken);
    color: inherit;
    font-size: calc(1em * var(--portail-text-scale, 1));
    box-shadow: var(--portail-shadow);
    animation: open 180ms ease-out;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: none;
  }

  .head {
    /* The options are placed by it, and cover what is below. */
    position: relative;
    z-index: 1;
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 12px 10px 12px 16px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .head > div {
    flex: 1;
    min-inline-size: 0;
  }

  .mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--portail-accent-soft);
    color: var(--portail-accent);
  }

  h2,
  .head p {
    margin: 0;
    line-height: 1.25;
  }

  h2 {
    font-size: 1.0625em;
    font-weight: 650;
  }

  /* Has the focus where the panel opened by itself, until one goes somewhere in it. */
  h2:focus-visible {
    outline: none;
  }

  .owner {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .owner.agent {
    color: var(--portail-agent);
    font-weight: 600;
  }

  .banner {
    margin: 0;
    padding: 10px 16px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    font-size: var(--portail-text-medium);
  }

  .banner a {
    color: inherit;
  }

  .place {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    justify-content: space-between;
    padding: 8px 16px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-accent-soft);
    font-size: var(--portail-text-medium);
  }

  .place p {
    margin: 0;
  }

  .place p:first-child:not(:last-child) {
    font-weight: 600;
  }

  /* One press selects the whole of it. */
  .reference {
    font-variant-numeric: tabular-nums;
    user-select: all;
  }

  portail-transcript {
    flex: 1;
  }

  .notice {
    display: flex;
    gap: 10px;
    margin-block-end: 12px;
    padding: 10px 12px;
    border-radius: 12px;
    background: var(--portail-accent-soft);
    color: var(--portail-text);
    font-size: var(--portail-text-small);
  }

  .notice svg {
    color: var(--portail-accent);
  }

  .notice p {
    margin: 0;
  }

  .notice p + p {
    margin-block-start: 4px;
    font-weight: 600;
  }

  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 8px 16px;
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface);
    font-size: var(--portail-text-medium);
  }

  .offer button {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
  }

  .erased {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 16px;
    background: var(--portail-surface);
  }

  portail-confirmation {
    flex: 1;
  }

  .connecting {
    color: var(--portail-text-quiet);
    text-align: center;
  }

  portail-composer {
    padding: 10px 12px calc(10px + env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  @media ${Pe(Jt)} {
    dialog {
      inset: var(--visible-top, 0) 0 auto 0;
      inline-size: 100%;
      block-size: var(--visible-height, 100vh);
      block-size: var(--visible-height, 100dvh);
      border: 0;
      border-radius: 0;
    }

    .head {
      padding-block: 8px;
    }
  }

  :host([cadre]) dialog {
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    border-radius: 0;
    box-shadow: none;
    animation: none;
  }

  @media (max-width: 22em) {
    .mark {
      display: none;
    }
  }

  @keyframes open {
    from {
      transform: translateY(16px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    dialog {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    dialog,
    .notice,
    .badge {
      border: 1px solid CanvasText;
    }
  }
`;var Li=S`
  :host {
    display: block;
    padding: 20px 16px;
    overflow-y: auto;
    background: var(--portail-surface);
  }

  h3,
  p {
    margin: 0 0 12px;
  }

  h3 {
    font-size: 1.0625em;
    font-weight: 650;
  }

  .error {
    padding: 8px 12px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .error a {
    color: inherit;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }

  .danger {
    border-color: var(--portail-danger);
    color: var(--portail-danger);
  }
`;var V=class extends T{constructor(){super(...arguments);this.underWay=!1;this.error=null}firstUpdated(){this.cancel.focus()}async handleYes(){this.underWay||(this.error=null,this.underWay=!0,this.error=await this.question.act(),this.underWay=!1)}handleKeydown(t){t.key==="Escape"&&(t.stopPropagation(),t.preventDefault(),this.handleCancel())}handleCancel(){this.underWay||this.dispatchEvent(new CustomEvent("portail-cancel",{bubbles:!0,composed:!0}))}render(){let{title:t,meaning:i,yes:s}=this.question,n=this.underWay?"true":"false";return d`
      <div
        role="alertdialog"
        aria-labelledby="title"
        aria-describedby="meaning"
        @keydown=${this.handleKeydown}
      >
        <h3 id="title">${t}</h3>
        <p id="meaning">${i}</p>
        ${this.error?d`<p class="error" role="alert">${j(this.error)}</p>`:u}
        <div class="answers">
          <button class="cancel" type="button" aria-disabled=${n} @click=${this.handleCancel}>
            ${c.cancel}
          </button>
          <button class="danger" type="button" aria-disabled=${n} @click=${this.handleYes}>
            ${this.underWay?c.underWay:s}
          </button>
        </div>
      </div>
    `}};V.styles=[N,Li],p([k(".cancel")],V.prototype,"cancel",2),p([_()],V.prototype,"underWay",2),p([_()],V.prototype,"error",2),p([x({attribute:!1})],V.prototype,"question",2),V=p([O("portail-confirmation")],V);var Mi=S`
  :host {
    display: block;
  }

  .options {
    position: absolute;
    inset-block-start: calc(100% - 4px);
    inset-inline-end: 8px;
    display: flex;
    flex-direction: column;
    gap: 2px;
    inline-size: max-content;
    max-inline-size: calc(100% - 16px);
    max-block-size: calc(var(--visible-height, 100vh) - 7em);
    overflow-y: auto;
    padding: 6px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  .options > button {
    border-color: transparent;
    border-radius: 10px;
    text-align: start;
  }

  .options > button.danger {
    color: var(--portail-danger);
  }

  .sizes {
    display: flex;
    gap: 4px;
    align-items: center;
    padding-inline-start: 16px;
    border-block-end: 1px solid var(--portail-line);
  }

  .sizes > span:first-child {
    flex: 1;
  }

  .sizes button.icon[aria-disabled="true"]:hover {
    background: transparent;
  }

  .scale {
    min-inline-size: 3.5em;
    text-align: center;
  }
`;var Pi=[1,1.25,1.5],X=class extends T{constructor(){super(...arguments);this.opened=!1;this.textScale=1;this.handlePointer=t=>{t.composedPath().includes(this)||(this.opened=!1)}}connectedCallback(){super.connectedCallback(),document.addEventListener("pointerdown",this.handlePointer)}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("pointerdown",this.handlePointer)}handleFocusOut(t){let i=t.relatedTarget;i&&!this.renderRoot.contains(i)&&(this.opened=!1)}handleKeydown(t){t.key!=="Escape"||!this.opened||(t.stopPropagation(),t.preventDefault(),this.opened=!1,this.focus())}choose(t){this.opened=!1,this.focus(),this.tell(t)}resize(t){let i=this.neighbour(t);i!==void 0&&this.tell("portail-text-scale",i)}neighbour(t){return Pi[Pi.indexOf(this.textScale)+t]}tell(t,i){this.dispatchEvent(new CustomEvent(t,{detail:i,bubbles:!0,composed:!0}))}focus(t){this.button.focus(t)}render(){return d`
      <div @keydown=${this.handleKeydown} @focusout=${this.handleFocusOut}>
        <button
          class="icon"
          type="button"
          aria-label=${c.options}
          aria-expanded=${this.opened?"true":"false"}
          aria-controls="options"
          @click=${()=>this.opened=!this.opened}
        >
          ${Er}
        </button>
        <div
          class="options"
          id="options"
          role="group"
          aria-label=${c.options}
          ?hidden=${!this.opened}
        >
          <div class="sizes" role="group" aria-labelledby="size">
            <span id="size">${c.textSize}</span>
            ${this.renderResize(-1,"A\u2212",c.smaller)}
            <span class="scale">${c.textScale(this.textScale)}</span>
            ${this.renderResize(1,"A+",c.larger)}
          </div>
          <button type="button" @click=${()=>this.choose("portail-save")}>${c.save}</button>
          <button type="button" @click=${()=>this.choose("portail-restart")}>
            ${c.restart}
          </button>
          <button class="danger" type="button" @click=${()=>this.choose("portail-erase")}>
            ${c.erase}
          </button>
        </div>
      </div>
    `}renderResize(t,i,s){return d`
      <button
        class="icon"
        type="button"
        aria-label=${s}
        aria-disabled=${this.neighbour(t)===void 0?"true":"false"}
        @click=${()=>this.resize(t)}
      >
        ${i}
      </button>
    `}};X.styles=[N,Mi],p([k("button")],X.prototype,"button",2),p([_()],X.prototype,"opened",2),p([x({attribute:!1})],X.prototype,"textScale",2),X=p([O("portail-options")],X);var qi=S`
  :host {
    display: block;
    margin-block-start: 20px;
  }

  form,
  .thanks {
    padding: 14px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
  }

  form {
    display: grid;
    gap: 14px;
  }

  h3,
  p {
    margin: 0;
  }

  h3 {
    font-size: 1em;
    font-weight: 650;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: 6px;
    font-size: var(--portail-text-medium);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  label {
    position: relative;
    display: block;
    min-inline-size: var(--portail-target);
  }

  .scores {
    gap: 6px;
  }

  .scores label {
    flex: 1;
  }

  /* Over the whole of its label, so that all of it is the target. */
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  input + span {
    display: grid;
    place-items: center;
    min-block-size: var(--portail-target);
    padding-inline: 16px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-round);
    font-weight: 500;
  }

  .scores input + span {
    padding-inline: 0;
    border-radius: var(--portail-radius-small);
  }

  input:checked + span {
    border-color: var(--portail-accent);
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  input:focus-visible + span {
    outline: 3px solid var(--portail-focus);
    outline-offset: 2px;
  }

  .ends {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    margin-block-start: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }

  .error {
    padding: 8px 12px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
    font-size: var(--portail-text-medium);
  }

  .error a {
    color: inherit;
  }

  @media (forced-colors: active) {
    input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;var Ks=["1","2","3","4","5"],L=class extends T{constructor(){super(...arguments);this.underWay=!1;this.rated=!1;this.error=null;this.about="assistant"}async handleSubmit(t){if(t.preventDefault(),this.underWay)return;let i=new FormData(this.form),s=i.get("solved"),n=i.get("score");if(s===null&&n===null){this.error=c.surveyEmpty;return}this.error=null,this.underWay=!0,this.error=await this.rate({about:this.about,solved:s===null?null:s==="oui",score:n===null?null:Number(n)}),this.underWay=!1,this.error===null&&(this.rated=!0,await this.updateComplete,this.thanks.focus({preventScroll:!0}))}handleChange(){this.error=null}handleSkip(){this.dispatchEvent(new CustomEvent("portail-skip",{bubbles:!0,composed:!0}))}render(){if(this.rated)return d`<p class="thanks" tabindex="-1">${c.surveyThanks}</p>`;let{title:t,help:i,worst:s,best:n}=c.survey[this.about],o={1:`1, ${s}`,5:`5, ${n}`};return d`
      <form aria-labelledby="title" @submit=${this.handleSubmit} @change=${this.handleChange}>
        <h3 id="title">${t}</h3>
        <fieldset>
          <legend>${c.surveySolved}</legend>
          <div class="choices">
            ${this.renderChoice("solved","oui",c.yes)}
            ${this.renderChoice("solved","non",c.no)}
          </div>
        </fieldset>
        <fieldset>
          <legend>${i}</legend>
          <div class="choices scores">
            ${Ks.map(a=>this.renderChoice("score",a,a,o[a]))}
          </div>
          <div class="ends" aria-hidden="true">
            <span>1&nbsp;: ${s}</span> <span>5&nbsp;: ${n}</span>
          </div>
        </fieldset>
        ${this.error?d`<p class="error" role="alert">${j(this.error)}</p>`:u}
        <div class="answers">
          <button type="button" @click=${this.handleSkip}>${c.surveySkip}</button>
          <button class="primary" type="submit" aria-disabled=${this.underWay?"true":"false"}>
            ${c.surveySend}
          </button>
        </div>
      </form>
    `}renderChoice(t,i,s,n=s){return d`
      <label>
        <input type="radio" name=${t} value=${i} aria-label=${n} />
        <span>${s}</span>
      </label>
    `}};L.styles=[N,qi],p([k("form")],L.prototype,"form",2),p([k(".thanks")],L.prototype,"thanks",2),p([_()],L.prototype,"underWay",2),p([_()],L.prototype,"rated",2),p([_()],L.prototype,"error",2),p([x()],L.prototype,"about",2),p([x({attribute:!1})],L.prototype,"rate",2),L=p([O("portail-survey")],L);var Bi=`\r
`,Ys="\uFEFF";function Qs(r,e=new Date){let t=[c.title,c.savedAt(St(e.toISOString()))];for(let{at:i,from:s,text:n,buttons:o}of r)t.push("",`${ie(s,"client")}, ${St(i)}`),n&&t.push(...n.split(`
`)),o.length>0&&t.push(E.choices(o.map(({title:a})=>a)));return Ys+t.join(Bi)+Bi}function Di(r){let e=new Blob([Qs(r)],{type:"text/plain;charset=utf-8"}),t=document.createElement("a");t.href=URL.createObjectURL(e),t.download=c.fileName(new Date().toISOString().slice(0,10)),t.click(),setTimeout(()=>URL.revokeObjectURL(t.href))}var ct=class{constructor(){this.plain="";this.counted=null}show(e){document.title===this.counted&&(document.title=this.plain),this.counted=null,e!==0&&(this.plain=document.title,document.title=this.counted=`(${e}) ${this.plain}`)}};var pt=class{constructor(e){this.measure=()=>{!visualViewport||visualViewport.scale>1||(this.host.style.setProperty("--visible-top",`${visualViewport.offsetTop}px`),this.host.style.setProperty("--visible-height",`${visualViewport.height}px`))};this.host=e,e.addController(this)}hostConnected(){visualViewport?.addEventListener("resize",this.measure),visualViewport?.addEventListener("scroll",this.measure)}hostDisconnected(){visualViewport?.removeEventListener("resize",this.measure),visualViewport?.removeEventListener("scroll",this.measure)}};var ht=class{constructor(e){this.waiting=null;this.saidPosition=null;this.say=e}show(e){this.waiting=e,!(e===null||this.pause!==void 0)&&e.position!==this.saidPosition&&(this.say(e),this.saidPosition=e.position,this.pause=setTimeout(()=>{this.pause=void 0,this.show(this.waiting)},3e4))}stop(){clearTimeout(this.pause),this.pause=void 0,this.saidPosition=null}};var w=class extends T{constructor(){super();this.fullScreen=matchMedia(Jt);this.unreadTitle=new ct;this.outbox=new Qe({deliver:(t,i)=>this.connect().send(t,i),onChange:()=>this.outgoing=this.outbox.entries,onRefused:t=>this.announcer?.announce(E.notSent(t))});this.typing=new Ge(t=>this.connection?.tellTyping(t));this.waitingNews=new ht(t=>this.announcer?.announce(`${c.place(t)}, ${c.wait(t)}.`));this.toldReadSeq=0;this.rated=!1;this.opened=!1;this.conversation=lt;this.outgoing=[];this.unread=0;this.question=null;this.survey=null;this.erased=!1;this.textScale=wi();this.gateway=Ri;this.context=Oi;this.framed=!1;this.handleFullScreenChange=()=>{if(!this.opened||this.framed)return;let t=this.shadowRoot?.activeElement;this.dialog.close(),this.showDialog(),t?.focus()};this.handleReturn=()=>{document.hidden||(this.opened&&(this.unread=0),this.connection?.hurry(),this.tellRead())};this.handleEvent=t=>{let i=this.conversation;this.conversation=Kt(i,t),t.type==="history"&&(this.outbox.resume(),this.toldReadSeq=0),t.type==="disconnected"&&this.outbox.pause(),this.tellNews(i)};new pt(this)}connectedCallback(){super.connectedCallback(),this.lang="fr-CA",this.fullScreen.addEventListener("change",this.handleFullScreenChange),addEventListener("online",this.handleReturn),document.addEventListener("visibilitychange",this.handleReturn),this.opened&&this.connect()}disconnectedCallback(){super.disconnectedCallback(),this.fullScreen.removeEventListener("change",this.handleFullScreenChange),removeEventListener("online",this.handleReturn),document.removeEventListener("visibilitychange",this.handleReturn),this.connection?.close(),this.connection=void 0,this.announcer?.stop(),this.waitingNews.stop(),this.typing.stop()}firstUpdated(){this.announcer=new Ye([this.announcerA,this.announcerB],"client"),this.framed&&(this.context??=new URLSearchParams(location.search).get("contexte")),(this.framed||bi())&&this.open()}updated(t){t.has("unread")&&this.unreadTitle.show(this.unread),t.has("textScale")&&this.style.setProperty("--portail-text-scale",String(this.textScale)),this.tellRead()}handleLauncherClick(){this.open(),this.composer.focus()}handleKeydown(t){t.key==="Escape"&&!t.isComposing&&!this.framed&&this.handleClose(t)}handleClose(t){t.preventDefault(),t.stopPropagation(),this.close()}handleSend(t){this.outbox.add({text:t.detail}),this.handleInput()}handleInput(){this.composer.value!==""&&Qt(this.conversation)?this.typing.typed():this.typing.stop()}async handleSkip(){this.survey=null,await this.updateComplete,this.composer.focus()}handleChoice({detail:{title:t,token:i}}){i!==void 0&&this.outbox.add({choice:{title:t,token:i}})}handleOffer(t){this.handleEvent({type:"offer-taken"}),this.outbox.add({choice:t}),this.composer.focus()}handleTextScale({detail:t}){this.textScale=t,xi(t),this.announcer?.announce(`${c.textSize}\xA0: ${c.textScale(t)}`)}handleSave(){Di(this.conversation.messages),this.announcer?.announce(c.saved)}handleRestart(){this.question={title:c.restartQuestion,meaning:c.restartMeaning(this.conversation.ownership.owner),yes:c.restartYes,act:()=>this.connect().end()}}handleErase(){this.question={title:c.eraseQuestion,meaning:c.eraseMeaning(this.conversation.ownership.owner),yes:c.eraseYes,act:()=>this.connect().erase()}}async handleCancel(){this.question=null,await this.updateComplete,this.options.focus()}async handleEnded(t){let i=this.question!==null||this.shadowRoot?.activeElement!=null;this.connection=void 0,this.outbox.pause(),this.outbox.clear(),this.announcer?.stop(),this.waitingNews.stop(),this.typing.stop(),this.conversation=Kt(this.conversation,{type:"ended"}),this.composer.value="",this.survey=null,this.unread=0,this.question=null,this.erased=t,t?this.framed||this.hide():(this.context=null,this.connect()),await this.updateComplete,i&&this.renderRoot.querySelector(this.afterEnd())?.focus()}afterEnd(){return this.erased?this.framed?".again":".launcher":"portail-composer"}hide(){this.opened=!1,this.question=null,this.dialog.close(),Ut(!1)}async handleAgain(){this.erased=!1,this.connect(),await this.updateComplete,this.composer.focus()}handleRetry(t){this.outbox.retry(t.detail.id)}handleWithdraw({detail:{id:t,text:i,editable:s}}){this.outbox.remove(t),s&&(this.composer.value=[i,this.composer.value].filter(Boolean).join(`
`)),this.composer.focus()}tellNews(t){let i=Si(t,this.conversation);this.announcer?.announce(...i),(!this.opened||document.hidden)&&(this.unread+=i.length);let{unreachable:s,refusal:n,ownership:o,waiting:a}=this.conversation;o.owner==="waiting"?this.waitingNews.show(a):this.waitingNews.stop(),this.tellSurvey(t),t.unreachable!==s&&this.announcer?.announce(s?c.unreachable(n):c.reachable)}tellSurvey(t){let{ownership:i,messages:s}=this.conversation,{survey:n}=i;n!==null&&n!==t.ownership.survey?(this.survey=n,this.rated=!1,t.restored&&this.announcer?.announce(c.surveyAsked(c.survey[n].title))):n===null&&(!this.rated||s.at(-1)?.from.kind==="client")&&(this.survey=null)}async rate(t){this.rated=!0;let i=await this.connect().rate(t);return this.rated=i===null,i}tellRead(){let t=this.conversation.messages.at(-1)?.seq??0;!(this.opened&&!document.hidden&&this.question===null&&this.transcript.atEnd)||t<=this.toldReadSeq||!Qt(this.conversation)||this.connection?.tellRead(t)&&(this.toldReadSeq=t)}connect(){return this.connection||(this.connection=new at({gateway:this.gateway,context:this.context,last:()=>Yt(this.conversation),onEvent:this.handleEvent,onTurn:t=>this.outbox.remove(t.id),onEnded:t=>{this.handleEnded(t)}}),this.connection.open()),this.connection}showDialog(){this.fullScreen.matches&&!this.framed?(this.dialog.showModal(),this.heading.focus()):this.dialog.open=!0}pending(){return this.outgoing.map(({id:t,status:i,error:s,content:n})=>({id:t,text:"text"in n?n.text:n.choice.title,editable:"text"in n,waiting:i==="queued"&&this.conversation.unreachable,error:s??null}))}openChoices(){return this.outgoing.some(({status:i})=>i==="queued"||i==="sending")?null:Ai(this.conversation)}open(){this.opened||(this.opened=!0,this.erased=!1,this.unread=0,this.showDialog(),this.connect(),Ut(!0))}async close(){this.opened&&(this.hide(),await this.updateComplete,this.launcher.focus())}render(){return d`${this.framed?u:this.renderLauncher()} ${this.renderPanel()}`}renderLauncher(){return d`
      <button
        class="launcher primary"
        type="button"
        aria-haspopup="dialog"
        ?hidden=${this.opened}
        @click=${this.handleLauncherClick}
      >
        ${Et} ${c.launcher}
        ${this.unread>0?d`<span class="badge">${this.unread}</span>`:u}
      </button>
      <p class="visually-hidden" role="status">
        ${this.unread>0&&!this.opened?c.unread(this.unread):u}
        ${this.erased?c.erased:u}
      </p>
      <p class="farewell" aria-hidden="true" ?hidden=${!this.erased}>${c.erased}</p>
    `}renderPanel(){let{messages:t,ownership:i,waiting:s,typing:n,unreachable:o,refusal:a,ofThisTab:l}=this.conversation,f=i.owner==="agent",v=Ci(this.conversation),h=this.framed&&this.erased,g=h||this.question!==null;return d`
      <dialog
        aria-labelledby="title"
        aria-describedby="notice"
        @keydown=${this.handleKeydown}
        @cancel=${this.handleClose}
      >
        <div class="head">
          <span class="mark">${Et}</span>
          <div>
            <h2 id="title" tabindex="-1">${c.title}</h2>
            <p class="owner ${i.owner}">${c.owner(i,s)}</p>
          </div>
          <portail-options
            .textScale=${this.textScale}
            ?inert=${g}
            @portail-text-scale=${this.handleTextScale}
            @portail-save=${this.handleSave}
            @portail-restart=${this.handleRestart}
            @portail-erase=${this.handleErase}
          ></portail-options>
          ${this.framed?u:d`<button
                  class="icon"
                  type="button"
                  aria-label=${c.close}
                  @click=${this.handleClose}
                >
                  ${_r}
                </button>`}
        </div>
        ${o?d`<p class="banner">${j(c.unreachable(a))}</p>`:u}
        ${this.question?d`<portail-confirmation
                .question=${this.question}
                @portail-cancel=${this.handleCancel}
              ></portail-confirmation>`:u}
        ${h?this.renderErased():u} ${g?u:this.renderPlace()}
        <portail-transcript
          ?hidden=${g}
          .messages=${t}
          .pending=${this.pending()}
          .typing=${n}
          .readSeq=${f?i.agent_read_seq:0}
          .openChoices=${this.openChoices()}
          @portail-choice=${this.handleChoice}
          @portail-retry=${this.handleRetry}
          @portail-withdraw=${this.handleWithdraw}
          @portail-end=${this.tellRead}
        >
          <div class="notice" id="notice">
            ${Tr}
            <div>
              <p>${c.notice}</p>
              <p>${c.neverAsked}</p>
              ${l?d`<p>${c.thisTabOnly}</p>`:u}
            </div>
          </div>
          ${t.length>0||o?u:d`<p class="connecting">${c.connecting}</p>`}
          ${this.renderSurvey()}
        </portail-transcript>
        ${this.renderOffer()}
        <portail-composer
          ?hidden=${g}
          placeholder=${c.placeholder(v,i)}
          .hints=${Sr(v)}
          @portail-send=${this.handleSend}
          @input=${this.handleInput}
        ></portail-composer>
        <div class="announcer-a visually-hidden" aria-live="polite"></div>
        <div class="announcer-b visually-hidden" aria-live="polite"></div>
      </dialog>
    `}renderPlace(){let{ownership:t,waiting:i}=this.conversation;return t.owner!=="waiting"?u:d`
      <div class="place">
        ${i?d`<p>${c.place(i)} · ${c.wait(i)}</p>`:u}
        <p>${c.reference} <span class="reference">${t.reference}</span></p>
      </div>
    `}renderSurvey(){return this.survey===null?u:d`${xr(this.survey,d`<portail-survey
        slot="end"
        .about=${this.survey}
        .rate=${t=>this.rate(t)}
        @portail-skip=${this.handleSkip}
      ></portail-survey>`)}`}renderOffer(){let{offer:t,ownership:i}=this.conversation;return!t||i.owner!=="bot"||this.question?u:d`
      <div class="offer">
        ${c.offer}
        <button type="button" @click=${()=>this.handleOffer(t)}>${t.title}</button>
      </div>
    `}renderErased(){return d`
      <div class="erased">
        <p role="status">${c.erased}</p>
        <button class="again primary" type="button" @click=${this.handleAgain}>
          ${c.again}
        </button>
      </div>
    `}};w.styles=[Br,N,Ni],p([k("dialog")],w.prototype,"dialog",2),p([k("h2")],w.prototype,"heading",2),p([k(".launcher")],w.prototype,"launcher",2),p([k("portail-transcript")],w.prototype,"transcript",2),p([k("portail-composer")],w.prototype,"composer",2),p([k("portail-options")],w.prototype,"options",2),p([k(".announcer-a")],w.prototype,"announcerA",2),p([k(".announcer-b")],w.prototype,"announcerB",2),p([_()],w.prototype,"opened",2),p([_()],w.prototype,"conversation",2),p([_()],w.prototype,"outgoing",2),p([_()],w.prototype,"unread",2),p([_()],w.prototype,"question",2),p([_()],w.prototype,"survey",2),p([_()],w.prototype,"erased",2),p([_()],w.prototype,"textScale",2),p([x({attribute:"passerelle"})],w.prototype,"gateway",2),p([x({attribute:"contexte"})],w.prototype,"context",2),p([x({attribute:"cadre",type:Boolean,reflect:!0})],w.prototype,"framed",2),w=p([O("portail-clavardage")],w);function zi(){document.querySelector("portail-clavardage")||document.body.append(document.createElement("portail-clavardage"))}document.readyState==="loading"?document.addEventListener("DOMContentLoaded",zi):zi();})();
