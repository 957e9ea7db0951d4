/*! Includes Lit (c) Google LLC, BSD-3-Clause, and socket.io-client (c) Guillermo Rauch, MIT. */
"use strict";(()=>{var jt=Object.defineProperty;var ys=Object.getOwnPropertyDescriptor;var vs=(s,e)=>{for(var t in e)jt(s,t,{get:e[t],enumerable:!0})};var h=(s,e,t,r)=>{for(var i=r>1?void 0:r?ys(e,t):e,n=s.length-1,o;n>=0;n--)(o=s[n])&&(i=(r?o(e,t,i):o(i))||i);return r&&i&&jt(e,t,i),i};var Pe=globalThis,Me=Pe.ShadowRoot&&(Pe.ShadyCSS===void 0||Pe.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ft=Symbol(),Ft=new WeakMap,fe=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==ft)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Me&&e===void 0){let r=t!==void 0&&t.length===1;r&&(e=Ft.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),r&&Ft.set(t,e))}return e}toString(){return this.cssText}},Wt=s=>new fe(typeof s=="string"?s:s+"",void 0,ft),w=(s,...e)=>{let t=s.length===1?s[0]:e.reduce((r,i,n)=>r+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+s[n+1],s[0]);return new fe(t,s,ft)},Kt=(s,e)=>{if(Me)s.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let r=document.createElement("style"),i=Pe.litNonce;i!==void 0&&r.setAttribute("nonce",i),r.textContent=t.cssText,s.appendChild(r)}},mt=Me?s=>s:s=>s instanceof CSSStyleSheet?(e=>{let t="";for(let r of e.cssRules)t+=r.cssText;return Wt(t)})(s):s;var{is:bs,defineProperty:xs,getOwnPropertyDescriptor:ws,getOwnPropertyNames:_s,getOwnPropertySymbols:ks,getPrototypeOf:Es}=Object,Le=globalThis,Yt=Le.trustedTypes,$s=Yt?Yt.emptyScript:"",As=Le.reactiveElementPolyfillSupport,me=(s,e)=>s,ge={toAttribute(s,e){switch(e){case Boolean:s=s?$s:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,e){let t=s;switch(e){case Boolean:t=s!==null;break;case Number:t=s===null?null:Number(s);break;case Object:case Array:try{t=JSON.parse(s)}catch{t=null}}return t}},qe=(s,e)=>!bs(s,e),Jt={attribute:!0,type:String,converter:ge,reflect:!1,useDefault:!1,hasChanged:qe};Symbol.metadata??=Symbol("metadata"),Le.litPropertyMetadata??=new WeakMap;var H=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=Jt){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let r=Symbol(),i=this.getPropertyDescriptor(e,r,t);i!==void 0&&xs(this.prototype,e,i)}}static getPropertyDescriptor(e,t,r){let{get:i,set:n}=ws(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:i,set(o){let l=i?.call(this);n?.call(this,o),this.requestUpdate(e,l,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Jt}static _$Ei(){if(this.hasOwnProperty(me("elementProperties")))return;let e=Es(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(me("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(me("properties"))){let t=this.properties,r=[..._s(t),...ks(t)];for(let i of r)this.createProperty(i,t[i])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[r,i]of t)this.elementProperties.set(r,i)}this._$Eh=new Map;for(let[t,r]of this.elementProperties){let i=this._$Eu(t,r);i!==void 0&&this._$Eh.set(i,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let r=new Set(e.flat(1/0).reverse());for(let i of r)t.unshift(mt(i))}else e!==void 0&&t.push(mt(e));return t}static _$Eu(e,t){let r=t.attribute;return r===!1?void 0:typeof r=="string"?r:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let r of t.keys())this.hasOwnProperty(r)&&(e.set(r,this[r]),delete this[r]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Kt(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,r){this._$AK(e,r)}_$ET(e,t){let r=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,r);if(i!==void 0&&r.reflect===!0){let n=(r.converter?.toAttribute!==void 0?r.converter:ge).toAttribute(t,r.type);this._$Em=e,n==null?this.removeAttribute(i):this.setAttribute(i,n),this._$Em=null}}_$AK(e,t){let r=this.constructor,i=r._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let n=r.getPropertyOptions(i),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:ge;this._$Em=i;let l=o.fromAttribute(t,n.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,t,r,i=!1,n){if(e!==void 0){let o=this.constructor;if(i===!1&&(n=this[e]),r??=o.getPropertyOptions(e),!((r.hasChanged??qe)(n,t)||r.useDefault&&r.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,r))))return;this.C(e,t,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:r,reflect:i,wrapped:n},o){r&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),n!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||r||(t=void 0),this._$AL.set(e,t)),i===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,n]of this._$Ep)this[i]=n;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[i,n]of r){let{wrapped:o}=n,l=this[i];o!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,n,l)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(t)):this._$EM()}catch(r){throw e=!1,this._$EM(),r}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};H.elementStyles=[],H.shadowRootOptions={mode:"open"},H[me("elementProperties")]=new Map,H[me("finalized")]=new Map,As?.({ReactiveElement:H}),(Le.reactiveElementVersions??=[]).push("2.1.2");var yt=globalThis,Xt=s=>s,Ie=yt.trustedTypes,Gt=Ie?Ie.createPolicy("lit-html",{createHTML:s=>s}):void 0,vt="$lit$",B=`lit$${Math.random().toFixed(9).slice(2)}$`,bt="?"+B,Ss=`<${bt}>`,ee=document,ve=()=>ee.createComment(""),be=s=>s===null||typeof s!="object"&&typeof s!="function",xt=Array.isArray,sr=s=>xt(s)||typeof s?.[Symbol.iterator]=="function",gt=`[ 	
\f\r]`,ye=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Qt=/-->/g,Zt=/>/g,Q=RegExp(`>|${gt}(?:([^\\s"'>=/]+)(${gt}*=${gt}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),er=/'/g,tr=/"/g,ir=/^(?:script|style|textarea|title)$/i,wt=s=>(e,...t)=>({_$litType$:s,strings:e,values:t}),c=wt(1),Ai=wt(2),Si=wt(3),M=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),rr=new WeakMap,Z=ee.createTreeWalker(ee,129);function nr(s,e){if(!xt(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return Gt!==void 0?Gt.createHTML(e):e}var or=(s,e)=>{let t=s.length-1,r=[],i,n=e===2?"<svg>":e===3?"<math>":"",o=ye;for(let l=0;l<t;l++){let a=s[l],f,y,d=-1,v=0;for(;v<a.length&&(o.lastIndex=v,y=o.exec(a),y!==null);)v=o.lastIndex,o===ye?y[1]==="!--"?o=Qt:y[1]!==void 0?o=Zt:y[2]!==void 0?(ir.test(y[2])&&(i=RegExp("</"+y[2],"g")),o=Q):y[3]!==void 0&&(o=Q):o===Q?y[0]===">"?(o=i??ye,d=-1):y[1]===void 0?d=-2:(d=o.lastIndex-y[2].length,f=y[1],o=y[3]===void 0?Q:y[3]==='"'?tr:er):o===tr||o===er?o=Q:o===Qt||o===Zt?o=ye:(o=Q,i=void 0);let b=o===Q&&s[l+1].startsWith("/>")?" ":"";n+=o===ye?a+Ss:d>=0?(r.push(f),a.slice(0,d)+vt+a.slice(d)+B+b):a+B+(d===-2?l:b)}return[nr(s,n+(s[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),r]},xe=class s{constructor({strings:e,_$litType$:t},r){let i;this.parts=[];let n=0,o=0,l=e.length-1,a=this.parts,[f,y]=or(e,t);if(this.el=s.createElement(f,r),Z.currentNode=this.el.content,t===2||t===3){let d=this.el.content.firstChild;d.replaceWith(...d.childNodes)}for(;(i=Z.nextNode())!==null&&a.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let d of i.getAttributeNames())if(d.endsWith(vt)){let v=y[o++],b=i.getAttribute(d).split(B),E=/([.?@])?(.*)/.exec(v);a.push({type:1,index:n,name:E[2],strings:b,ctor:E[1]==="."?Ue:E[1]==="?"?He:E[1]==="@"?Be:re}),i.removeAttribute(d)}else d.startsWith(B)&&(a.push({type:6,index:n}),i.removeAttribute(d));if(ir.test(i.tagName)){let d=i.textContent.split(B),v=d.length-1;if(v>0){i.textContent=Ie?Ie.emptyScript:"";for(let b=0;b<v;b++)i.append(d[b],ve()),Z.nextNode(),a.push({type:2,index:++n});i.append(d[v],ve())}}}else if(i.nodeType===8)if(i.data===bt)a.push({type:2,index:n});else{let d=-1;for(;(d=i.data.indexOf(B,d+1))!==-1;)a.push({type:7,index:n}),d+=B.length-1}n++}}static createElement(e,t){let r=ee.createElement("template");return r.innerHTML=e,r}};function te(s,e,t=s,r){if(e===M)return e;let i=r!==void 0?t._$Co?.[r]:t._$Cl,n=be(e)?void 0:e._$litDirective$;return i?.constructor!==n&&(i?._$AO?.(!1),n===void 0?i=void 0:(i=new n(s),i._$AT(s,t,r)),r!==void 0?(t._$Co??=[])[r]=i:t._$Cl=i),i!==void 0&&(e=te(s,i._$AS(s,e.values),i,r)),e}var De=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:r}=this._$AD,i=(e?.creationScope??ee).importNode(t,!0);Z.currentNode=i;let n=Z.nextNode(),o=0,l=0,a=r[0];for(;a!==void 0;){if(o===a.index){let f;a.type===2?f=new oe(n,n.nextSibling,this,e):a.type===1?f=new a.ctor(n,a.name,a.strings,this,e):a.type===6&&(f=new ze(n,this,e)),this._$AV.push(f),a=r[++l]}o!==a?.index&&(n=Z.nextNode(),o++)}return Z.currentNode=ee,i}p(e){let t=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(e,r,t),t+=r.strings.length-2):r._$AI(e[t])),t++}},oe=class s{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,r,i){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=r,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=te(this,e,t),be(e)?e===u||e==null||e===""?(this._$AH!==u&&this._$AR(),this._$AH=u):e!==this._$AH&&e!==M&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):sr(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==u&&be(this._$AH)?this._$AA.nextSibling.data=e:this.T(ee.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:r}=e,i=typeof r=="number"?this._$AC(e):(r.el===void 0&&(r.el=xe.createElement(nr(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===i)this._$AH.p(t);else{let n=new De(i,this),o=n.u(this.options);n.p(t),this.T(o),this._$AH=n}}_$AC(e){let t=rr.get(e.strings);return t===void 0&&rr.set(e.strings,t=new xe(e)),t}k(e){xt(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,r,i=0;for(let n of e)i===t.length?t.push(r=new s(this.O(ve()),this.O(ve()),this,this.options)):r=t[i],r._$AI(n),i++;i<t.length&&(this._$AR(r&&r._$AB.nextSibling,i),t.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let r=Xt(e).nextSibling;Xt(e).remove(),e=r}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},re=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,r,i,n){this.type=1,this._$AH=u,this._$AN=void 0,this.element=e,this.name=t,this._$AM=i,this.options=n,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=u}_$AI(e,t=this,r,i){let n=this.strings,o=!1;if(n===void 0)e=te(this,e,t,0),o=!be(e)||e!==this._$AH&&e!==M,o&&(this._$AH=e);else{let l=e,a,f;for(e=n[0],a=0;a<n.length-1;a++)f=te(this,l[r+a],t,a),f===M&&(f=this._$AH[a]),o||=!be(f)||f!==this._$AH[a],f===u?e=u:e!==u&&(e+=(f??"")+n[a+1]),this._$AH[a]=f}o&&!i&&this.j(e)}j(e){e===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Ue=class extends re{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===u?void 0:e}},He=class extends re{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==u)}},Be=class extends re{constructor(e,t,r,i,n){super(e,t,r,i,n),this.type=5}_$AI(e,t=this){if((e=te(this,e,t,0)??u)===M)return;let r=this._$AH,i=e===u&&r!==u||e.capture!==r.capture||e.once!==r.once||e.passive!==r.passive,n=e!==u&&(r===u||i);i&&this.element.removeEventListener(this.name,this,r),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ze=class{constructor(e,t,r){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(e){te(this,e)}},ar={M:vt,P:B,A:bt,C:1,L:or,R:De,D:sr,V:te,I:oe,H:re,N:He,U:Be,B:Ue,F:ze},Cs=yt.litHtmlPolyfillSupport;Cs?.(xe,oe),(yt.litHtmlVersions??=[]).push("3.3.3");var lr=(s,e,t)=>{let r=t?.renderBefore??e,i=r._$litPart$;if(i===void 0){let n=t?.renderBefore??null;r._$litPart$=i=new oe(e.insertBefore(ve(),n),n,void 0,t??{})}return i._$AI(s),i};var _t=globalThis,_=class extends H{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=lr(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return M}};_._$litElement$=!0,_.finalized=!0,_t.litElementHydrateSupport?.({LitElement:_});var Ts=_t.litElementPolyfillSupport;Ts?.({LitElement:_});(_t.litElementVersions??=[]).push("4.2.2");var $=s=>(e,t)=>{t!==void 0?t.addInitializer(()=>{customElements.define(s,e)}):customElements.define(s,e)};var Rs={attribute:!0,type:String,converter:ge,reflect:!1,hasChanged:qe},Os=(s=Rs,e,t)=>{let{kind:r,metadata:i}=t,n=globalThis.litPropertyMetadata.get(i);if(n===void 0&&globalThis.litPropertyMetadata.set(i,n=new Map),r==="setter"&&((s=Object.create(s)).wrapped=!0),n.set(t.name,s),r==="accessor"){let{name:o}=t;return{set(l){let a=e.get.call(this);e.set.call(this,l),this.requestUpdate(o,a,s,!0,l)},init(l){return l!==void 0&&this.C(o,void 0,s,l),l}}}if(r==="setter"){let{name:o}=t;return function(l){let a=this[o];e.call(this,l),this.requestUpdate(o,a,s,!0,l)}}throw Error("Unsupported decorator location: "+r)};function g(s){return(e,t)=>typeof t=="object"?Os(s,e,t):((r,i,n)=>{let o=i.hasOwnProperty(n);return i.constructor.createProperty(n,r),o?Object.getOwnPropertyDescriptor(i,n):void 0})(s,e,t)}function S(s){return g({...s,state:!0,attribute:!1})}var se=(s,e,t)=>(t.configurable=!0,t.enumerable=!0,Reflect.decorate&&typeof e!="object"&&Object.defineProperty(s,e,t),t);function A(s,e){return(t,r,i)=>{let n=o=>o.renderRoot?.querySelector(s)??null;if(e){let{get:o,set:l}=typeof r=="object"?t:i??(()=>{let a=Symbol();return{get(){return this[a]},set(f){this[a]=f}}})();return se(t,r,{get(){let a=o.call(this);return a===void 0&&(a=n(this),(a!==null||this.hasUpdated)&&l.call(this,a)),a}})}return se(t,r,{get(){return n(this)}})}}function we(s,e){switch(s.kind){case"bot":return s.name??"Assistant";case"agent":return s.name??"Agent";case"system":return"Information";case"client":return e==="client"?"Vous":"Client"}}var k={transcript:"Conversation",typing:s=>`${s} \xE9crit\u2026`,said:s=>`${s}\xA0:`,choices:s=>`Choix\xA0: ${s.join(", ")}.`,newMessages:"Nouveaux messages",waiting:"Sera envoy\xE9 au retour de la connexion",notSent:s=>`Non envoy\xE9. ${s}`,retry:"R\xE9essayer",edit:"Modifier",remove:"Retirer",composer:"Votre message",send:"Envoyer",tooLong:(s,e)=>`Votre message compte ${Ve(s)} caract\xE8res; la limite est de ${Ve(e)}. Raccourcissez-le avant de l\u2019envoyer.`,length:(s,e)=>`${Ve(s)} sur ${Ve(e)} caract\xE8res`};function Ve(s){return s.toLocaleString("fr-CA")}var Ns=500,Ps=8e3,je=class{constructor(e,t){this.pending=[];this.speak=()=>{[this.current,this.next]=[this.next,this.current],this.current.textContent=Ms(this.pending,this.viewer),this.next.textContent="",this.pending=[],this.burstTimer=void 0,clearTimeout(this.clearTimer),this.clearTimer=setTimeout(()=>this.current.textContent="",Ps)};[this.next,this.current]=e,this.viewer=t}announce(...e){e.length!==0&&(this.pending.push(...e),this.burstTimer??=setTimeout(this.speak,Ns))}stop(){clearTimeout(this.burstTimer),clearTimeout(this.clearTimer),this.burstTimer=void 0,this.pending=[]}};function Ms(s,e){let t=[],r;for(let n of s){if(typeof n=="string"){t.push(n),r=void 0;continue}let o=we(n.from,e);o!==r&&t.push(k.said(o)),r=o,t.push(n.text)}let i=Ls(s.at(-1));return i.length>0&&t.push(k.choices(i)),t.join(" ")}function Ls(s){return typeof s=="object"?s.buttons.map(e=>e.title):[]}var C=w`
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
`;function cr(){let s=crypto.getRandomValues(new Uint8Array(16));return s[6]=s[6]&15|64,s[8]=s[8]&63|128,Array.from(s,t=>t.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/,"$1-$2-$3-$4-$5")}var Fe=class{constructor(e){this.entries=[];this.online=!1;this.connection=0;this.delivering=!1;this.options=e}add(e){this.change([...this.entries,{id:cr(),content:e,status:"queued"}]),this.deliverQueued()}retry(e){this.update(e,kt),this.deliverQueued()}remove(e){this.entries.some(t=>t.id===e)&&this.change(this.entries.filter(t=>t.id!==e))}clear(){this.change([])}resume(){if(!this.online){this.online=!0,this.connection+=1;for(let{id:e,status:t}of this.entries)t==="accepted"&&this.update(e,kt);this.deliverQueued()}}pause(){this.online=!1}async deliverQueued(){if(!this.delivering){this.delivering=!0;for(let e=this.nextQueued();e;e=this.nextQueued())await this.deliver(e);this.delivering=!1}}nextQueued(){return this.online?this.entries.find(e=>e.status==="queued"):void 0}async deliver({id:e,content:t}){this.update(e,i=>({...i,status:"sending"}));let r=this.connection;try{let i=await this.options.deliver(e,t);i.ok?this.update(e,n=>({...n,status:"accepted"})):(this.update(e,n=>({...n,status:"refused",error:i.error})),this.options.onRefused(i.error))}catch{r===this.connection&&(this.online=!1),this.update(e,kt)}}update(e,t){this.change(this.entries.map(r=>r.id===e?t(r):r))}change(e){this.entries=e,this.options.onChange()}};function kt({id:s,content:e}){return{id:s,content:e,status:"queued"}}var We={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ae=s=>(...e)=>({_$litDirective$:s,values:e}),F=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,r){this._$Ct=e,this._$AM=t,this._$Ci=r}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var{I:qs}=ar,pr=s=>s;var hr=()=>document.createComment(""),le=(s,e,t)=>{let r=s._$AA.parentNode,i=e===void 0?s._$AB:e._$AA;if(t===void 0){let n=r.insertBefore(hr(),i),o=r.insertBefore(hr(),i);t=new qs(n,o,s,s.options)}else{let n=t._$AB.nextSibling,o=t._$AM,l=o!==s;if(l){let a;t._$AQ?.(s),t._$AM=s,t._$AP!==void 0&&(a=s._$AU)!==o._$AU&&t._$AP(a)}if(n!==i||l){let a=t._$AA;for(;a!==n;){let f=pr(a).nextSibling;pr(r).insertBefore(a,i),a=f}}}return t},W=(s,e,t=s)=>(s._$AI(e,t),s),Is={},Ke=(s,e=Is)=>s._$AH=e,dr=s=>s._$AH,Ye=s=>{s._$AR(),s._$AA.remove()};var ur=ae(class extends F{constructor(){super(...arguments),this.key=u}render(s,e){return this.key=s,e}update(s,[e,t]){return e!==this.key&&(Ke(s),this.key=e),t}});var Je=c`<svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24">
  <path d="M21 11.5a8 8 0 0 1-8 8c-1.4 0-2.7-.3-3.9-.9L4 20l1.4-4.6A8 8 0 1 1 21 11.5Z" />
  <path d="M9 11.5h.01M13 11.5h.01M17 11.5h.01" />
</svg>`,Pn=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M6 6l12 12M18 6 6 18" />
</svg>`,Mn=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 5.5h.01M12 12h.01M12 18.5h.01" stroke-width="3.5" />
</svg>`,fr=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
</svg>`,mr=c`<svg aria-hidden="true" width="18" height="18" viewBox="0 0 24 24">
  <path d="M12 5v14M5.5 12.5 12 19l6.5-6.5" />
</svg>`,gr=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M19 12H5M11.5 5.5 5 12l6.5 6.5" />
</svg>`,Ln=c`<svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24">
  <path d="M12 3l7 3v5.5c0 4.3-2.9 7.8-7 9.5-4.1-1.7-7-5.2-7-9.5V6Z" />
  <path d="M9 12l2.2 2.2L15.2 10" />
</svg>`;var yr=s=>s??u;var vr=w`
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
`;var Ds=2e3*.9,q=class extends _{constructor(){super(...arguments);this.error=null;this.value="";this.placeholder="";this.hints={}}updated(){this.textarea.style.blockSize="auto",this.textarea.style.blockSize=`${this.textarea.scrollHeight}px`}handleInput(){this.value=this.textarea.value,Et(this.value)<=2e3&&(this.error=null)}handleKeydown(t){t.key!=="Enter"||t.shiftKey||t.isComposing||(t.preventDefault(),this.send())}handleSubmit(t){t.preventDefault(),this.send(),this.focus()}send(){let t=this.value.trim(),r=Et(t);if(r!==0){if(r>2e3){this.error=k.tooLong(r,2e3);return}this.error=null,this.value="",this.dispatchEvent(new CustomEvent("portail-send",{detail:t,bubbles:!0,composed:!0}))}}focus(t){this.textarea.focus(t)}render(){let t=Et(this.value);return c`
      <form @submit=${this.handleSubmit}>
        ${this.error?c`<p class="error" id="error" role="alert">${this.error}</p>`:u}
        <div class="field">
          <textarea
            rows="1"
            aria-label=${k.composer}
            aria-invalid=${this.error?"true":"false"}
            aria-describedby=${yr(this.error?"error":void 0)}
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
          <button class="primary icon" type="submit" aria-label=${k.send}>${fr}</button>
        </div>
        ${t>=Ds?c`<p class="count">${k.length(t,2e3)}</p>`:u}
      </form>
    `}};q.styles=[C,vr],h([A("textarea")],q.prototype,"textarea",2),h([S()],q.prototype,"error",2),h([g()],q.prototype,"value",2),h([g()],q.prototype,"placeholder",2),h([g({attribute:!1})],q.prototype,"hints",2),q=h([$("portail-composer")],q);function Et(s){return[...s].length}var Us=/(^|[^\d-])((?:\+?1[\s.\u2011-])?\(?([2-9]\d{2})\)?[\s.\u2011-]{1,2}(\d{3})[\s.\u2011-](\d{4}))(?!\d)/g;function Hs(s){let e=[],t=0;for(let r of s.matchAll(Us)){let[,i="",n="",o,l,a]=r,f=r.index+i.length;f>t&&e.push({text:s.slice(t,f)}),e.push({text:n,href:`tel:+1${o}${l}${a}`}),t=f+n.length}return t<s.length&&e.push({text:s.slice(t)}),e}function Xe(s){return Hs(s).map(e=>e.href?c`<a href=${e.href}>${e.text}</a>`:e.text)}var br=ae(class extends F{constructor(s){if(super(s),s.type!==We.ATTRIBUTE||s.name!=="class"||s.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(s){return" "+Object.keys(s).filter(e=>s[e]).join(" ")+" "}update(s,[e]){if(this.st===void 0){this.st=new Set,s.strings!==void 0&&(this.nt=new Set(s.strings.join(" ").split(/\s/).filter(r=>r!=="")));for(let r in e)e[r]&&!this.nt?.has(r)&&this.st.add(r);return this.render(e)}let t=s.element.classList;for(let r of this.st)r in e||(t.remove(r),this.st.delete(r));for(let r in e){let i=!!e[r];i===this.st.has(r)||this.nt?.has(r)||(i?(t.add(r),this.st.add(r)):(t.remove(r),this.st.delete(r)))}return M}});var xr=(s,e,t)=>{let r=new Map;for(let i=e;i<=t;i++)r.set(s[i],i);return r},Ge=ae(class extends F{constructor(s){if(super(s),s.type!==We.CHILD)throw Error("repeat() can only be used in text expressions")}dt(s,e,t){let r;t===void 0?t=e:e!==void 0&&(r=e);let i=[],n=[],o=0;for(let l of s)i[o]=r?r(l,o):o,n[o]=t(l,o),o++;return{values:n,keys:i}}render(s,e,t){return this.dt(s,e,t).values}update(s,[e,t,r]){let i=dr(s),{values:n,keys:o}=this.dt(e,t,r);if(!Array.isArray(i))return this.ut=o,n;let l=this.ut??=[],a=[],f,y,d=0,v=i.length-1,b=0,E=n.length-1;for(;d<=v&&b<=E;)if(i[d]===null)d++;else if(i[v]===null)v--;else if(l[d]===o[b])a[b]=W(i[d],n[b]),d++,b++;else if(l[v]===o[E])a[E]=W(i[v],n[E]),v--,E--;else if(l[d]===o[E])a[E]=W(i[d],n[E]),le(s,a[E+1],i[d]),d++,E--;else if(l[v]===o[b])a[b]=W(i[v],n[b]),le(s,i[d],i[v]),v--,b++;else if(f===void 0&&(f=xr(o,b,E),y=xr(l,d,v)),f.has(l[d]))if(f.has(l[v])){let U=y.get(o[b]),ut=U!==void 0?i[U]:null;if(ut===null){let Vt=le(s,i[d]);W(Vt,n[b]),a[b]=Vt}else a[b]=W(ut,n[b]),le(s,i[d],ut),i[U]=null;b++}else Ye(i[v]),v--;else Ye(i[d]),d++;for(;b<=E;){let U=le(s,a[E+1]);W(U,n[b]),a[b++]=U}for(;d<=v;){let U=i[d++];U!==null&&Ye(U)}return this.ut=o,Ke(s,a),M}});var Bs=new Intl.DateTimeFormat("fr-CA",{hour:"numeric",minute:"2-digit"}),zs=new Intl.DateTimeFormat("fr-CA",{weekday:"long",day:"numeric",month:"long"}),go=new Intl.DateTimeFormat("fr-CA",{dateStyle:"long",timeStyle:"short"});function $t(s){return Bs.format(new Date(s))}function Qe(s,e=new Date){let t=new Date(s).toDateString(),r=new Date(e);return r.setDate(e.getDate()-1),t===e.toDateString()?"Aujourd\u2019hui":t===r.toDateString()?"Hier":zs.format(new Date(s))}var Ze=class{constructor(e,t,r){this.following=!0;this.resizes=new ResizeObserver(()=>this.hostUpdated());this.scrolled=()=>{let e=this.scroller(),t=e.scrollHeight-e.scrollTop-e.clientHeight<=48;t!==this.following&&(this.following=t,this.host.requestUpdate())};this.host=e,this.scroller=t,this.begun=r,e.addController(this)}hostConnected(){this.host.updateComplete.then(()=>this.resizes.observe(this.scroller()))}hostUpdated(){let e=this.scroller();this.following&&this.begun()&&(e.scrollTop=e.scrollHeight)}hostDisconnected(){this.resizes.disconnect()}follow(){this.following=!0,this.host.requestUpdate()}};function wr(s,e){let t,r;return s.map(({from:i,at:n})=>{let o=n===void 0?r:e(n),l=o!==r,a=i.kind!==t?.kind||i.name!==t.name;return t=i,i.kind==="system"?{speaker:a,time:!1}:(r=o,{speaker:a||l,time:l})})}function _r(s,e,t){let r=t;return s.map(({at:i})=>{let n=i===void 0?r:e(i),o=n!==r;return r=n,o?n:null})}var kr=w`
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
    display: inline-block;
    margin: 12px 0 0;
    padding: 14px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    border-start-start-radius: 4px;
    background: var(--portail-surface-raised);
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
`;var O=class extends _{constructor(){super(...arguments);this.end=new Ze(this,()=>this.scroller,()=>this.lines().length>1);this.unseen=!1;this.messages=[];this.pending=[];this.typing=null;this.openChoices=null;this.viewer="client";this.renderWords=({text:t})=>Xe(t)}willUpdate(t){let r=t.get("pending");r&&this.pending.length>r.length&&(this.end.following=!0),t.has("messages")&&t.get("messages")&&(this.unseen=!0),this.end.following&&(this.unseen=!1)}lines(){let t=new Set(this.messages.map(i=>i.id)),r=this.pending.filter(i=>!t.has(i.id)).map(i=>({id:i.id,from:{kind:this.viewer,name:null},text:i.text,buttons:[],pending:i}));return[...this.messages,...r]}goToEnd(){this.end.follow(),this.scroller.focus({preventScroll:!0})}tell(t,r){this.dispatchEvent(new CustomEvent(t,{detail:r,bubbles:!0,composed:!0}))}render(){let t=this.lines(),r=wr(t,n=>Qe(n)+$t(n)),i=_r(t,Qe,Qe(new Date().toISOString()));return c`
      <div
        class="scroller"
        role="region"
        aria-label=${k.transcript}
        tabindex="0"
        @scroll=${this.end.scrolled}
      >
        <slot></slot>
        <ol role="list">
          ${Ge(t,n=>n.id,(n,o)=>c`
              ${i[o]?c`<li class="day">${i[o]}</li>`:u}
              ${this.renderLine(n,r[o])}
            `)}
        </ol>
        ${this.typing?this.renderTyping(this.typing):u}
      </div>
      <button class="new-messages" ?hidden=${!this.unseen} @click=${this.goToEnd}>
        ${mr} ${k.newMessages}
      </button>
    `}renderLine(t,r){let{from:i}=t,n={[i.kind]:!0,mine:i.kind===this.viewer,follows:!r.speaker,timeless:!r.time};return c`
      <li class=${br(n)}>
        <div class="heading">
          <span class="speaker">${we(i,this.viewer)}</span>
          ${t.at?c`<time datetime=${t.at}>${$t(t.at)}</time>`:u}
        </div>
        ${t.text?c`<p class="bubble">${this.renderWords(t)}</p>`:u}
        ${t.buttons.length>0?this.renderChoices(t):u}
        ${t.pending?this.renderPending(t.pending):u}
      </li>
    `}renderChoices(t){let r=t.id===this.openChoices?.id;return c`
      <div class="choices">
        ${t.buttons.map(i=>c`
            <button
              type="button"
              aria-disabled=${r?"false":"true"}
              tabindex=${r?0:-1}
              @click=${()=>r&&this.tell("portail-choice",i)}
            >
              ${i.title}
            </button>
          `)}
      </div>
    `}renderPending(t){return t.error===null?t.waiting?c`<p class="status">${k.waiting}</p>`:c``:c`
      <p class="status refused">${k.notSent(t.error)}</p>
      <div class="choices">
        <button @click=${()=>this.tell("portail-retry",t)}>${k.retry}</button>
        <button @click=${()=>this.tell("portail-withdraw",t)}>
          ${t.editable?k.edit:k.remove}
        </button>
      </div>
    `}renderTyping(t){return c`
      <p class="typing">
        <span class="visually-hidden">${k.typing(we(t,this.viewer))}</span>
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      </p>
    `}};O.styles=[C,kr],h([A(".scroller")],O.prototype,"scroller",2),h([S()],O.prototype,"unseen",2),h([g({attribute:!1})],O.prototype,"messages",2),h([g({attribute:!1})],O.prototype,"pending",2),h([g({attribute:!1})],O.prototype,"typing",2),h([g({attribute:!1})],O.prototype,"openChoices",2),h([g()],O.prototype,"viewer",2),h([g({attribute:!1})],O.prototype,"renderWords",2),O=h([$("portail-transcript")],O);var Er=w`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: flex-start;
    padding: 16px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .about {
    flex: 1 1 260px;
    min-inline-size: 0;
  }

  h2,
  .about p {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  .about p {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  .about .summary {
    margin-block-start: 6px;
    color: var(--portail-text);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  portail-transcript {
    flex: 1;
  }

  portail-composer,
  .foot {
    padding: 12px 16px calc(12px + env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .foot {
    margin: 0;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  dialog {
    inline-size: min(420px, 100vw - 32px);
    padding: 24px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    color: inherit;
    box-shadow: var(--portail-shadow);
  }

  dialog::backdrop {
    background: rgb(9 25 29 / 45%);
  }

  h3,
  dialog p {
    margin: 0;
  }

  h3 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  dialog p {
    margin-block-start: 8px;
    color: var(--portail-text-quiet);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-block-start: 20px;
  }

  @media (min-width: 50em) {
    button.back {
      display: none;
    }
  }

  @media (max-width: 50em) {
    header {
      padding: 10px 12px 12px;
    }

    .about {
      flex-basis: calc(100% - 80px);
    }

    .actions button {
      flex: 1 auto;
    }

    .actions {
      inline-size: 100%;
    }
  }
`;var $r=w`
  button {
    min-block-size: 28px;
    margin-inline-start: 4px;
    padding: 2px 10px;
    font-size: var(--portail-text-small);
    /* A bubble keeps white space, which here is the template's. */
    white-space: nowrap;
  }
`;var Vs={code_utilisateur:"le code d\u2019utilisateur",prenom:"le pr\xE9nom",nom:"le nom",courriel:"l\u2019adresse courriel",telephone:"le num\xE9ro de t\xE9l\xE9phone",carte:"le num\xE9ro de carte",nas:"le num\xE9ro d\u2019assurance sociale",mot_de_passe:"le mot de passe",lien:"le lien"};function Ar(s){return Vs[s]??"le renseignement"}var p={product:"Bureau",subtitle:"Service \xE0 la client\xE8le",title:s=>s>0?`(${s}) Bureau`:"Bureau",pages:{label:"Pages",desk:"Bureau",team:"\xC9quipe",figures:"Chiffres",inbox:"Incompris",newTab:"(nouvel onglet)"},signInTitle:"Connexion au bureau",login:"Identifiant",password:"Mot de passe",signIn:"Se connecter",signingIn:"Connexion\u2026",signOut:"Se d\xE9connecter",signInIncomplete:"Entrez votre identifiant et votre mot de passe.",sessionEnded:"Votre session est termin\xE9e. Connectez-vous de nouveau.",unreachable:"Le serveur ne r\xE9pond pas. R\xE9essayez dans un moment.",connecting:"Connexion au serveur\u2026",disconnected:"La connexion est interrompue; nous essayons de la r\xE9tablir. Ce que vous \xE9crivez partira \xE0 son retour.",reconnected:"La connexion est r\xE9tablie.",queue:"File",groups:{waiting:"En attente",mine:"Mes conversations",others:"Avec d\u2019autres agents"},noneWaiting:"Personne n\u2019attend. Les nouvelles demandes appara\xEEtront ici.",priority:"Prioritaire",reference:s=>`R\xE9f.\xA0${s}`,online:"Client en ligne",offline:"Client parti",unread:s=>s===1?"1 nouveau message":`${s} nouveaux messages`,with:s=>`Avec ${s}`,newCase:s=>`Nouvelle demande\xA0: ${s}.`,messageElsewhere:"Nouveau message dans une autre de vos conversations.",wait:(s,e)=>{let t=Math.max(0,Math.floor((e-Date.parse(s))/6e4));if(t===0)return"\xE0 l\u2019instant";if(t<60)return`${t}\xA0min`;let r=String(t%60).padStart(2,"0");return`${Math.floor(t/60)}\xA0h\xA0${r}`},open:"Afficher",hide:"Masquer",openValue:s=>`Afficher ${Ar(s)}`,hideValue:s=>`Masquer ${Ar(s)}`,nothingShown:"Choisissez une conversation dans la file.",back:"Retour \xE0 la file",take:"Prendre",handBack:"Rendre \xE0 l\u2019assistant",close:"Fermer",closeQuestion:"Fermer cette conversation?",closeEffect:"Le client verra que la conversation est termin\xE9e, et son dossier quittera la file.",closeNow:"Fermer la conversation",cancel:"Annuler",actions:"Conversation en cours",placeholder:"\xC9crivez au client",takeFirst:"Prenez la conversation pour r\xE9pondre au client.",answeredBy:({agent:s})=>`${s??"Un autre agent"} r\xE9pond \xE0 ce client.`,left:"Ce dossier n\u2019est plus dans la file."};var K=class extends _{constructor(){super(...arguments);this.mask="";this.kind="";this.value=null}toggle(){let t=this.value===null?"bureau-open-value":"bureau-hide-value";this.dispatchEvent(new CustomEvent(t))}render(){let t=this.value!==null;return c`<span aria-live="polite">${this.value??this.mask}</span
      ><button
        type="button"
        aria-label=${t?p.hideValue(this.kind):p.openValue(this.kind)}
        @click=${this.toggle}
      >
        ${t?p.hide:p.open}
      </button>`}};K.styles=[C,$r],h([g({attribute:!1})],K.prototype,"mask",2),h([g({attribute:!1})],K.prototype,"kind",2),h([g({attribute:!1})],K.prototype,"value",2),K=h([$("bureau-value")],K);function Sr({text:s,masks:e=[]}){let t=Array.from(s),r=[],i=0;return e.forEach((n,o)=>{n.start>i&&r.push({text:t.slice(i,n.start).join("")}),r.push({text:t.slice(n.start,n.end).join(""),mask:n,index:o}),i=n.end}),i<t.length&&r.push({text:t.slice(i).join("")}),r}function et({seq:s,mask:e}){return`${s}/${e}`}var N=class extends _{constructor(){super(...arguments);this.drafts=new Map;this.messages=[];this.pending=[];this.opened=new Map;this.left=!1}willUpdate(t){let r=t.get("case");r&&r.id!==this.case.id&&this.composer&&this.drafts.set(r.id,this.composer.value)}updated(){this.left&&this.closing.close()}handleClose(){this.closing.close(),this.command("close")}handleWithdraw({detail:{text:t}}){this.composer&&(this.composer.value=[t,this.composer.value].filter(Boolean).join(`
`),this.composer.focus())}command(t){this.dispatchEvent(new CustomEvent("bureau-command",{detail:t}))}tellValue(t,r){this.dispatchEvent(new CustomEvent(t,{detail:r}))}renderWords(t){let{seq:r}=t;return Sr(t).map(i=>{if(!("mask"in i))return Xe(i.text);if(r===void 0||!this.case.mine||this.left)return i.text;let n={seq:r,mask:i.index};return c`<bureau-value
        .mask=${i.text}
        .kind=${i.mask.kind}
        .value=${this.opened.get(et(n))??null}
        @bureau-open-value=${()=>this.tellValue("bureau-open",n)}
        @bureau-hide-value=${()=>this.tellValue("bureau-hide",n)}
      ></bureau-value>`})}focus(t){(this.composer??this.heading).focus(t)}render(){let{reference:t,reason_label:r,summary:i,client_online:n}=this.case;return c`
      <header>
        <button
          class="back icon"
          type="button"
          aria-label=${p.back}
          @click=${()=>this.dispatchEvent(new CustomEvent("bureau-back"))}
        >
          ${gr}
        </button>
        <div class="about">
          <h2 tabindex="-1">${r}</h2>
          <p>${p.reference(t)} · ${n?p.online:p.offline}</p>
          ${i?c`<p class="summary">${i}</p>`:u}
        </div>
        ${this.left?u:this.renderActions()}
      </header>
      <portail-transcript
        viewer="agent"
        .messages=${this.messages}
        .pending=${this.pending}
        .renderWords=${o=>this.renderWords(o)}
        @portail-withdraw=${this.handleWithdraw}
      ></portail-transcript>
      ${this.renderFoot()} ${this.renderClosing()}
    `}renderActions(){let{mine:t,owner:r}=this.case;return c`
      <div class="actions" role="group" aria-label=${p.actions}>
        ${r==="waiting"?c`<button class="primary" @click=${()=>this.command("take")}>
                ${p.take}
              </button>`:u}
        ${t?c`<button @click=${()=>this.command("hand_back")}>${p.handBack}</button>`:u}
        ${t||r==="waiting"?c`<button @click=${()=>this.closing.showModal()}>${p.close}</button>`:u}
      </div>
    `}renderClosing(){return c`
      <dialog aria-labelledby="closing-question" aria-describedby="closing-effect">
        <h3 id="closing-question">${p.closeQuestion}</h3>
        <p id="closing-effect">${p.closeEffect}</p>
        <div class="answers">
          <button autofocus @click=${()=>this.closing.close()}>${p.cancel}</button>
          <button class="primary" @click=${this.handleClose}>${p.closeNow}</button>
        </div>
      </dialog>
    `}renderFoot(){return this.left?c`<p class="foot">${p.left}</p>`:this.case.mine?ur(this.case.id,c`<portail-composer
          .value=${this.drafts.get(this.case.id)??""}
          placeholder=${p.placeholder}
        ></portail-composer>`):c`<p class="foot">
      ${this.case.owner==="waiting"?p.takeFirst:p.answeredBy(this.case)}
    </p>`}};N.styles=[C,Er],h([A("h2")],N.prototype,"heading",2),h([A("portail-composer")],N.prototype,"composer",2),h([A("dialog")],N.prototype,"closing",2),h([g({attribute:!1})],N.prototype,"case",2),h([g({attribute:!1})],N.prototype,"messages",2),h([g({attribute:!1})],N.prototype,"pending",2),h([g({attribute:!1})],N.prototype,"opened",2),h([g({attribute:!1})],N.prototype,"left",2),N=h([$("bureau-case")],N);var Cr=w`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
  }

  .banner,
  .error {
    margin: 0;
    padding: 10px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
  }

  .error {
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(300px, 380px) 1fr;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }

  nav {
    display: grid;
    min-block-size: 0;
    border-inline-end: 1px solid var(--portail-line);
  }

  .empty {
    margin: auto;
    padding: 24px;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  @media (max-width: 50em) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    nav {
      border: 0;
    }

    /* One at a time: the queue, or the case that was chosen in it. */
    .case-shown nav,
    .columns:not(.case-shown) > .empty {
      display: none;
    }
  }
`;var Tr=w`
  :host {
    display: block;
    padding: 8px 12px 16px;
    overflow-y: auto;
  }

  h2 {
    display: flex;
    gap: 8px;
    align-items: center;
    margin: 0;
    padding: 14px 8px 8px;
    font-size: var(--portail-text-medium);
    font-weight: 650;
  }

  .count {
    min-inline-size: 24px;
    padding: 0 7px;
    border-radius: var(--portail-radius-round);
    background: var(--portail-accent-soft);
    color: var(--portail-accent);
    text-align: center;
  }

  .empty {
    margin: 0;
    padding: 4px 8px 8px;
    color: var(--portail-text-quiet);
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    display: flex;
    flex-direction: column;
    gap: 4px;
    inline-size: 100%;
    padding: 12px 14px;
    border-color: var(--portail-line);
    border-radius: 12px;
    font-weight: 400;
    text-align: start;
  }

  button[aria-current="true"] {
    border-color: var(--portail-accent);
    background: var(--portail-accent-soft);
    box-shadow: inset 4px 0 0 var(--portail-accent);
  }

  .line {
    display: flex;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
  }

  .reason {
    font-weight: 600;
  }

  time {
    flex: none;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-variant-numeric: tabular-nums;
  }

  .summary {
    display: -webkit-box;
    overflow: hidden;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .facts {
    flex-wrap: wrap;
    justify-content: flex-start;
    margin-block-start: 2px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .priority {
    padding: 0 8px;
    border-radius: var(--portail-radius-round);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
    font-weight: 600;
  }

  .unread {
    padding: 0 8px;
    border-radius: var(--portail-radius-round);
    background: var(--portail-accent);
    color: var(--portail-on-accent);
    font-weight: 600;
  }

  .online::before,
  .offline::before {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 6px;
    border: 2px solid currentcolor;
    border-radius: 50%;
    content: "";
  }

  .online {
    color: var(--portail-success);
  }

  .online::before {
    background: currentcolor;
  }

  @media (forced-colors: active) {
    button[aria-current="true"] {
      border: 3px solid Highlight;
    }

    .priority,
    .unread {
      border: 1px solid CanvasText;
    }

    .online::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;function Rr(s,e){let t=new Set(s.map(i=>i.seq)),r=e.filter(i=>!t.has(i.seq)&&t.add(i.seq));return r.length===0?s:[...s,...r].sort((i,n)=>i.seq-n.seq)}var Or={cases:null,shown:null,transcripts:{},unread:{},connected:!1};function At(s,e){switch(e.type){case"queue":{let t=e.cases.find(({id:r})=>r===s.shown?.id)??s.shown;return{...s,cases:e.cases,shown:t,connected:!0}}case"conversation":{let{case:t,messages:r}=e.conversation;return{...s,transcripts:{...s.transcripts,[t.id]:r}}}case"message":return js(s,e.message);case"shown":{let t=e.case?{...s.unread,[e.case.id]:0}:s.unread;return{...s,shown:e.case,unread:t}}case"disconnected":return{...s,connected:!1}}}function Nr(s){return s.cases?.some(({id:e})=>e===s.shown?.id)??!1}function tt(s){let e={waiting:[],mine:[],others:[]};for(let t of s)e[t.mine?"mine":t.owner==="waiting"?"waiting":"others"].push(t);return e}function Pr(s,e){return[...Fs(s,e),...Ws(s,e)]}function js(s,{case_id:e,message:t}){let r=s.transcripts[e]??[],i=Rr(r,[t]);if(i===r)return s;let n=e===s.shown?.id||t.from.kind!=="client";return{...s,transcripts:{...s.transcripts,[e]:i},unread:n?s.unread:{...s.unread,[e]:(s.unread[e]??0)+1}}}function Fs(s,e){if(!s.cases||!e.cases)return[];let t=new Set(s.cases.map(({id:r})=>r));return e.cases.filter(({id:r,owner:i})=>i==="waiting"&&!t.has(r)).map(r=>p.newCase(r.reason_label))}function Ws(s,e){return Object.keys(e.transcripts).map(Number).flatMap(t=>{let r=s.transcripts[t];if(!r||r===e.transcripts[t])return[];let i=new Set(r.map(({seq:o})=>o)),n=(e.transcripts[t]??[]).filter(({seq:o,from:l})=>!i.has(o)&&l.kind!=="agent");return t===e.shown?.id?n:n.some(({from:o})=>o.kind==="client")?[p.messageElsewhere]:[]})}var I=class extends _{constructor(){super(...arguments);this.cases=[];this.shown=null;this.unread={};this.now=Date.now()}focusCase(t){(this.renderRoot.querySelector(`[data-case="${t}"]`)??this.heading).focus()}render(){let{waiting:t,mine:r,others:i}=tt(this.cases);return c`
      <section aria-labelledby="waiting">
        <h2 id="waiting" tabindex="-1">
          ${p.groups.waiting} <span class="count">${t.length}</span>
        </h2>
        ${t.length>0?this.renderCases(t):c`<p class="empty">${p.noneWaiting}</p>`}
      </section>
      ${r.length>0?this.renderGroup("mine",r):u}
      ${i.length>0?this.renderGroup("others",i):u}
    `}renderGroup(t,r){return c`
      <section aria-labelledby=${t}>
        <h2 id=${t}>${p.groups[t]} <span class="count">${r.length}</span></h2>
        ${this.renderCases(r)}
      </section>
    `}renderCases(t){return c`
      <ul role="list">
        ${Ge(t,({id:r})=>r,r=>c`<li>${this.renderCase(r)}</li>`)}
      </ul>
    `}renderCase(t){let r=this.unread[t.id]??0;return c`
      <button
        type="button"
        data-case=${t.id}
        aria-current=${t.id===this.shown?.id?"true":"false"}
        @click=${()=>this.dispatchEvent(new CustomEvent("bureau-show",{detail:t}))}
      >
        <span class="line">
          <span class="reason">${t.reason_label}</span>
          <time datetime=${t.opened_at}>${p.wait(t.opened_at,this.now)}</time>
        </span>
        ${t.summary?c`<span class="summary">${t.summary}</span>`:u}
        <span class="line facts">
          ${t.priority==="first"?c`<span class="priority">${p.priority}</span>`:u}
          ${r>0?c`<span class="unread">${p.unread(r)}</span>`:u}
          <span class=${t.client_online?"online":"offline"}>
            ${t.client_online?p.online:p.offline}
          </span>
          <span>${p.reference(t.reference)}</span>
          ${t.agent&&!t.mine?c`<span>${p.with(t.agent)}</span>`:u}
        </span>
      </button>
    `}};I.styles=[C,Tr],h([A("h2")],I.prototype,"heading",2),h([g({attribute:!1})],I.prototype,"cases",2),h([g({attribute:!1})],I.prototype,"shown",2),h([g({attribute:!1})],I.prototype,"unread",2),h([g({attribute:!1})],I.prototype,"now",2),I=h([$("bureau-queue")],I);var L=Object.create(null);L.open="0";L.close="1";L.ping="2";L.pong="3";L.message="4";L.upgrade="5";L.noop="6";var ke=Object.create(null);Object.keys(L).forEach(s=>{ke[L[s]]=s});var Ee={type:"error",data:"parser error"};var qr=typeof Blob=="function"||typeof Blob<"u"&&Object.prototype.toString.call(Blob)==="[object BlobConstructor]",Ir=typeof ArrayBuffer=="function",Dr=s=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(s):s&&s.buffer instanceof ArrayBuffer,$e=({type:s,data:e},t,r)=>qr&&e instanceof Blob?t?r(e):Mr(e,r):Ir&&(e instanceof ArrayBuffer||Dr(e))?t?r(e):Mr(new Blob([e]),r):r(L[s]+(e||"")),Mr=(s,e)=>{let t=new FileReader;return t.onload=function(){let r=t.result.split(",")[1];e("b"+(r||""))},t.readAsDataURL(s)};function Lr(s){return s instanceof Uint8Array?s:s instanceof ArrayBuffer?new Uint8Array(s):new Uint8Array(s.buffer,s.byteOffset,s.byteLength)}var St;function Ur(s,e){if(qr&&s.data instanceof Blob)return s.data.arrayBuffer().then(Lr).then(e);if(Ir&&(s.data instanceof ArrayBuffer||Dr(s.data)))return e(Lr(s.data));$e(s,!1,t=>{St||(St=new TextEncoder),e(St.encode(t))})}var Hr="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",Ae=typeof Uint8Array>"u"?[]:new Uint8Array(256);for(let s=0;s<Hr.length;s++)Ae[Hr.charCodeAt(s)]=s;var Br=s=>{let e=s.length*.75,t=s.length,r,i=0,n,o,l,a;s[s.length-1]==="="&&(e--,s[s.length-2]==="="&&e--);let f=new ArrayBuffer(e),y=new Uint8Array(f);for(r=0;r<t;r+=4)n=Ae[s.charCodeAt(r)],o=Ae[s.charCodeAt(r+1)],l=Ae[s.charCodeAt(r+2)],a=Ae[s.charCodeAt(r+3)],y[i++]=n<<2|o>>4,y[i++]=(o&15)<<4|l>>2,y[i++]=(l&3)<<6|a&63;return f};var Ks=typeof ArrayBuffer=="function",Se=(s,e)=>{if(typeof s!="string")return{type:"message",data:zr(s,e)};let t=s.charAt(0);return t==="b"?{type:"message",data:Ys(s.substring(1),e)}:ke[t]?s.length>1?{type:ke[t],data:s.substring(1)}:{type:ke[t]}:Ee},Ys=(s,e)=>{if(Ks){let t=Br(s);return zr(t,e)}else return{base64:!0,data:s}},zr=(s,e)=>e==="blob"?s instanceof Blob?s:new Blob([s]):s instanceof ArrayBuffer?s:s.buffer;var Vr="",jr=(s,e)=>{let t=s.length,r=new Array(t),i=0;s.forEach((n,o)=>{$e(n,!1,l=>{r[o]=l,++i===t&&e(r.join(Vr))})})},Fr=(s,e)=>{let t=s.split(Vr),r=[];for(let i=0;i<t.length;i++){let n=Se(t[i],e);if(r.push(n),n.type==="error")break}return r};function Wr(){return new TransformStream({transform(s,e){Ur(s,t=>{let r=t.length,i;if(r<126)i=new Uint8Array(1),new DataView(i.buffer).setUint8(0,r);else if(r<65536){i=new Uint8Array(3);let n=new DataView(i.buffer);n.setUint8(0,126),n.setUint16(1,r)}else{i=new Uint8Array(9);let n=new DataView(i.buffer);n.setUint8(0,127),n.setBigUint64(1,BigInt(r))}s.data&&typeof s.data!="string"&&(i[0]|=128),e.enqueue(i),e.enqueue(t)})}})}var Ct;function rt(s){return s.reduce((e,t)=>e+t.length,0)}function st(s,e){if(s[0].length===e)return s.shift();let t=new Uint8Array(e),r=0;for(let i=0;i<e;i++)t[i]=s[0][r++],r===s[0].length&&(s.shift(),r=0);return s.length&&r<s[0].length&&(s[0]=s[0].slice(r)),t}function Kr(s,e){Ct||(Ct=new TextDecoder);let t=[],r=0,i=-1,n=!1;return new TransformStream({transform(o,l){for(t.push(o);;){if(r===0){if(rt(t)<1)break;let a=st(t,1);n=(a[0]&128)===128,i=a[0]&127,i<126?r=3:i===126?r=1:r=2}else if(r===1){if(rt(t)<2)break;let a=st(t,2);i=new DataView(a.buffer,a.byteOffset,a.length).getUint16(0),r=3}else if(r===2){if(rt(t)<8)break;let a=st(t,8),f=new DataView(a.buffer,a.byteOffset,a.length),y=f.getUint32(0);if(y>Math.pow(2,21)-1){l.enqueue(Ee);break}i=y*Math.pow(2,32)+f.getUint32(4),r=3}else{if(rt(t)<i)break;let a=st(t,i);l.enqueue(Se(n?a:Ct.decode(a),e)),r=0}if(i===0||i>s){l.enqueue(Ee);break}}}})}var Tt=4;function x(s){if(s)return Js(s)}function Js(s){for(var e in x.prototype)s[e]=x.prototype[e];return s}x.prototype.on=x.prototype.addEventListener=function(s,e){return this._callbacks=this._callbacks||{},(this._callbacks["$"+s]=this._callbacks["$"+s]||[]).push(e),this};x.prototype.once=function(s,e){function t(){this.off(s,t),e.apply(this,arguments)}return t.fn=e,this.on(s,t),this};x.prototype.off=x.prototype.removeListener=x.prototype.removeAllListeners=x.prototype.removeEventListener=function(s,e){if(this._callbacks=this._callbacks||{},arguments.length==0)return this._callbacks={},this;var t=this._callbacks["$"+s];if(!t)return this;if(arguments.length==1)return delete this._callbacks["$"+s],this;for(var r,i=0;i<t.length;i++)if(r=t[i],r===e||r.fn===e){t.splice(i,1);break}return t.length===0&&delete this._callbacks["$"+s],this};x.prototype.emit=function(s){this._callbacks=this._callbacks||{};for(var e=new Array(arguments.length-1),t=this._callbacks["$"+s],r=1;r<arguments.length;r++)e[r-1]=arguments[r];if(t){t=t.slice(0);for(var r=0,i=t.length;r<i;++r)t[r].apply(this,e)}return this};x.prototype.emitReserved=x.prototype.emit;x.prototype.listeners=function(s){return this._callbacks=this._callbacks||{},this._callbacks["$"+s]||[]};x.prototype.hasListeners=function(s){return!!this.listeners(s).length};var z=typeof Promise=="function"&&typeof Promise.resolve=="function"?e=>Promise.resolve().then(e):(e,t)=>t(e,0),T=typeof self<"u"?self:typeof window<"u"?window:Function("return this")(),Yr="arraybuffer";function it(s,...e){return e.reduce((t,r)=>(s.hasOwnProperty(r)&&(t[r]=s[r]),t),{})}var Xs=T.setTimeout,Gs=T.clearTimeout;function V(s,e){e.useNativeTimers?(s.setTimeoutFn=Xs.bind(T),s.clearTimeoutFn=Gs.bind(T)):(s.setTimeoutFn=T.setTimeout.bind(T),s.clearTimeoutFn=T.clearTimeout.bind(T))}var Qs=1.33;function Jr(s){return typeof s=="string"?Zs(s):Math.ceil((s.byteLength||s.size)*Qs)}function Zs(s){let e=0,t=0;for(let r=0,i=s.length;r<i;r++)e=s.charCodeAt(r),e<128?t+=1:e<2048?t+=2:e<55296||e>=57344?t+=3:(r++,t+=4);return t}function nt(){return Date.now().toString(36).substring(3)+Math.random().toString(36).substring(2,5)}function Xr(s){let e="";for(let t in s)s.hasOwnProperty(t)&&(e.length&&(e+="&"),e+=encodeURIComponent(t)+"="+encodeURIComponent(s[t]));return e}function Gr(s){let e={},t=s.split("&");for(let r=0,i=t.length;r<i;r++){let n=t[r].split("=");e[decodeURIComponent(n[0])]=decodeURIComponent(n.slice(1).join("="))}return e}var ot=class extends Error{constructor(e,t,r){super(e),this.description=t,this.context=r,this.type="TransportError"}},j=class extends x{constructor(e){super(),this.writable=!1,V(this,e),this.opts=e,this.query=e.query,this.socket=e.socket,this.supportsBinary=!e.forceBase64}onError(e,t,r){return super.emitReserved("error",new ot(e,t,r)),this}open(){return this.readyState="opening",this.doOpen(),this}close(){return(this.readyState==="opening"||this.readyState==="open")&&(this.doClose(),this.onClose()),this}send(e){this.readyState==="open"&&this.write(e)}onOpen(){this.readyState="open",this.writable=!0,super.emitReserved("open")}onData(e){let t=Se(e,this.socket.binaryType);this.onPacket(t)}onPacket(e){super.emitReserved("packet",e)}onClose(e){this.readyState="closed",super.emitReserved("close",e)}pause(e){}createUri(e,t={}){return e+"://"+this._hostname()+this._port()+this.opts.path+this._query(t)}_hostname(){let e=this.opts.hostname;return e.indexOf(":")===-1?e:"["+e+"]"}_port(){return this.opts.port&&(this.opts.secure&&Number(this.opts.port)!==443||!this.opts.secure&&Number(this.opts.port)!==80)?":"+this.opts.port:""}_query(e){let t=Xr(e);return t.length?"?"+t:""}};var Ce=class extends j{constructor(){super(...arguments),this._polling=!1}get name(){return"polling"}doOpen(){this._poll()}pause(e){this.readyState="pausing";let t=()=>{this.readyState="paused",e()};if(this._polling||!this.writable){let r=0;this._polling&&(r++,this.once("pollComplete",function(){--r||t()})),this.writable||(r++,this.once("drain",function(){--r||t()}))}else t()}_poll(){this._polling=!0,this.doPoll(),this.emitReserved("poll")}onData(e){let t=r=>{if(this.readyState==="opening"&&r.type==="open"&&this.onOpen(),r.type==="close")return this.onClose({description:"transport closed by the server"}),!1;this.onPacket(r)};Fr(e,this.socket.binaryType).forEach(t),this.readyState!=="closed"&&(this._polling=!1,this.emitReserved("pollComplete"),this.readyState==="open"&&this._poll())}doClose(){let e=()=>{this.write([{type:"close"}])};this.readyState==="open"?e():this.once("open",e)}write(e){this.writable=!1,jr(e,t=>{this.doWrite(t,()=>{this.writable=!0,this.emitReserved("drain")})})}uri(){let e=this.opts.secure?"https":"http",t=this.query||{};return this.opts.timestampRequests!==!1&&(t[this.opts.timestampParam]=nt()),!this.supportsBinary&&!t.sid&&(t.b64=1),this.createUri(e,t)}};var Qr=!1;try{Qr=typeof XMLHttpRequest<"u"&&"withCredentials"in new XMLHttpRequest}catch{}var Zr=Qr;function ei(){}var Rt=class extends Ce{constructor(e){if(super(e),typeof location<"u"){let t=location.protocol==="https:",r=location.port;r||(r=t?"443":"80"),this.xd=typeof location<"u"&&e.hostname!==location.hostname||r!==e.port}}doWrite(e,t){let r=this.request({method:"POST",data:e});r.on("success",t),r.on("error",(i,n)=>{this.onError("xhr post error",i,n)})}doPoll(){let e=this.request();e.on("data",this.onData.bind(this)),e.on("error",(t,r)=>{this.onError("xhr poll error",t,r)}),this.pollXhr=e}},Y=class s extends x{constructor(e,t,r){super(),this.createRequest=e,V(this,r),this._opts=r,this._method=r.method||"GET",this._uri=t,this._data=r.data!==void 0?r.data:null,this._create()}_create(){var e;let t=it(this._opts,"agent","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","autoUnref");t.xdomain=!!this._opts.xd;let r=this._xhr=this.createRequest(t);try{r.open(this._method,this._uri,!0);try{if(this._opts.extraHeaders){r.setDisableHeaderCheck&&r.setDisableHeaderCheck(!0);for(let i in this._opts.extraHeaders)this._opts.extraHeaders.hasOwnProperty(i)&&r.setRequestHeader(i,this._opts.extraHeaders[i])}}catch{}if(this._method==="POST")try{r.setRequestHeader("Content-type","text/plain;charset=UTF-8")}catch{}try{r.setRequestHeader("Accept","*/*")}catch{}(e=this._opts.cookieJar)===null||e===void 0||e.addCookies(r),"withCredentials"in r&&(r.withCredentials=this._opts.withCredentials),this._opts.requestTimeout&&(r.timeout=this._opts.requestTimeout),r.onreadystatechange=()=>{var i;r.readyState===3&&((i=this._opts.cookieJar)===null||i===void 0||i.parseCookies(r.getResponseHeader("set-cookie"))),r.readyState===4&&(r.status===200||r.status===1223?this._onLoad():this.setTimeoutFn(()=>{this._onError(typeof r.status=="number"?r.status:0)},0))},r.send(this._data)}catch(i){this.setTimeoutFn(()=>{this._onError(i)},0);return}typeof document<"u"&&(this._index=s.requestsCount++,s.requests[this._index]=this)}_onError(e){this.emitReserved("error",e,this._xhr),this._cleanup(!0)}_cleanup(e){if(!(typeof this._xhr>"u"||this._xhr===null)){if(this._xhr.onreadystatechange=ei,e)try{this._xhr.abort()}catch{}typeof document<"u"&&delete s.requests[this._index],this._xhr=null}}_onLoad(){let e=this._xhr.responseText;e!==null&&(this.emitReserved("data",e),this.emitReserved("success"),this._cleanup())}abort(){this._cleanup()}};Y.requestsCount=0;Y.requests={};if(typeof document<"u"){if(typeof attachEvent=="function")attachEvent("onunload",es);else if(typeof addEventListener=="function"){let s="onpagehide"in T?"pagehide":"unload";addEventListener(s,es,!1)}}function es(){for(let s in Y.requests)Y.requests.hasOwnProperty(s)&&Y.requests[s].abort()}var ti=(function(){let s=ts({xdomain:!1});return s&&s.responseType!==null})(),J=class extends Rt{constructor(e){super(e);let t=e&&e.forceBase64;this.supportsBinary=ti&&!t}request(e={}){return Object.assign(e,{xd:this.xd},this.opts),new Y(ts,this.uri(),e)}};function ts(s){let e=s.xdomain;try{if(typeof XMLHttpRequest<"u"&&(!e||Zr))return new XMLHttpRequest}catch{}if(!e)try{return new T[["Active"].concat("Object").join("X")]("Microsoft.XMLHTTP")}catch{}}var rs=typeof navigator<"u"&&typeof navigator.product=="string"&&navigator.product.toLowerCase()==="reactnative",Nt=class extends j{get name(){return"websocket"}doOpen(){let e=this.uri(),t=this.opts.protocols,r=rs?{}:it(this.opts,"agent","perMessageDeflate","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","localAddress","protocolVersion","origin","maxPayload","family","checkServerIdentity");this.opts.extraHeaders&&(r.headers=this.opts.extraHeaders);try{this.ws=this.createSocket(e,t,r)}catch(i){return this.emitReserved("error",i)}this.ws.binaryType=this.socket.binaryType,this.addEventListeners()}addEventListeners(){this.ws.onopen=()=>{this.opts.autoUnref&&this.ws._socket.unref(),this.onOpen()},this.ws.onclose=e=>this.onClose({description:"websocket connection closed",context:e}),this.ws.onmessage=e=>this.onData(e.data),this.ws.onerror=e=>this.onError("websocket error",e)}write(e){this.writable=!1;for(let t=0;t<e.length;t++){let r=e[t],i=t===e.length-1;$e(r,this.supportsBinary,n=>{try{this.doWrite(r,n)}catch{}i&&z(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){typeof this.ws<"u"&&(this.ws.onerror=()=>{},this.ws.close(),this.ws=null)}uri(){let e=this.opts.secure?"wss":"ws",t=this.query||{};return this.opts.timestampRequests&&(t[this.opts.timestampParam]=nt()),this.supportsBinary||(t.b64=1),this.createUri(e,t)}},Ot=T.WebSocket||T.MozWebSocket,X=class extends Nt{createSocket(e,t,r){return rs?new Ot(e,t,r):t?new Ot(e,t):new Ot(e)}doWrite(e,t){this.ws.send(t)}};var ce=class extends j{get name(){return"webtransport"}doOpen(){try{this._transport=new WebTransport(this.createUri("https"),this.opts.transportOptions[this.name])}catch(e){return this.emitReserved("error",e)}this._transport.closed.then(()=>{this.onClose()}).catch(e=>{this.onError("webtransport error",e)}),this._transport.ready.then(()=>{this._transport.createBidirectionalStream().then(e=>{let t=Kr(Number.MAX_SAFE_INTEGER,this.socket.binaryType),r=e.readable.pipeThrough(t).getReader(),i=Wr();i.readable.pipeTo(e.writable),this._writer=i.writable.getWriter();let n=()=>{r.read().then(({done:l,value:a})=>{l||(this.onPacket(a),n())}).catch(l=>{})};n();let o={type:"open"};this.query.sid&&(o.data=`{"sid":"${this.query.sid}"}`),this._writer.write(o).then(()=>this.onOpen())})})}write(e){this.writable=!1;for(let t=0;t<e.length;t++){let r=e[t],i=t===e.length-1;this._writer.write(r).then(()=>{i&&z(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){var e;(e=this._transport)===null||e===void 0||e.close()}};var Pt={websocket:X,webtransport:ce,polling:J};var ri=/^(?:(?![^:@\/?#]+:[^:@\/]*@)(http|https|ws|wss):\/\/)?((?:(([^:@\/?#]*)(?::([^:@\/?#]*))?)?@)?((?:[a-f0-9]{0,4}:){2,7}[a-f0-9]{0,4}|[^:\/?#]*)(?::(\d*))?)(((\/(?:[^?#](?![^?#\/]*\.[^?#\/.]+(?:[?#]|$)))*\/?)?([^?#\/]*))(?:\?([^#]*))?(?:#(.*))?)/,si=["source","protocol","authority","userInfo","user","password","host","port","relative","path","directory","file","query","anchor"];function pe(s){if(s.length>8e3)throw"URI too long";let e=s,t=s.indexOf("["),r=s.indexOf("]");t!=-1&&r!=-1&&(s=s.substring(0,t)+s.substring(t,r).replace(/:/g,";")+s.substring(r,s.length));let i=ri.exec(s||""),n={},o=14;for(;o--;)n[si[o]]=i[o]||"";return t!=-1&&r!=-1&&(n.source=e,n.host=n.host.substring(1,n.host.length-1).replace(/;/g,":"),n.authority=n.authority.replace("[","").replace("]","").replace(/;/g,":"),n.ipv6uri=!0),n.pathNames=ii(n,n.path),n.queryKey=ni(n,n.query),n}function ii(s,e){let t=/\/{2,9}/g,r=e.replace(t,"/").split("/");return(e.slice(0,1)=="/"||e.length===0)&&r.splice(0,1),e.slice(-1)=="/"&&r.splice(r.length-1,1),r}function ni(s,e){let t={};return e.replace(/(?:^|&)([^&=]*)=?([^&]*)/g,function(r,i,n){i&&(t[i]=n)}),t}var Mt=typeof addEventListener=="function"&&typeof removeEventListener=="function",at=[];Mt&&addEventListener("offline",()=>{at.forEach(s=>s())},!1);var ie=class s extends x{constructor(e,t={}){var r,i;if(super(),this.binaryType=Yr,this.writeBuffer=[],this._prevBufferLen=0,this._upgrades=[],this._pingInterval=-1,this._pingTimeout=-1,this._maxPayload=-1,this._pingTimeoutTime=1/0,e&&typeof e=="object"&&(t=e,e=null),e){let n=pe(e);t.hostname=n.host,t.secure=n.protocol==="https"||n.protocol==="wss",t.port=n.port,n.query&&(t.query=n.query)}else t.host&&(t.hostname=pe(t.host).host);if(V(this,t),this.secure=t.secure!=null?t.secure:typeof location<"u"&&location.protocol==="https:",t.hostname&&!t.port&&(t.port=this.secure?"443":"80"),this.hostname=t.hostname||(typeof location<"u"?location.hostname:"localhost"),this.port=t.port||(typeof location<"u"&&location.port?location.port:this.secure?"443":"80"),t.transportImplementations&&t.transports)throw new Error("specifying both 'transportImplementations' and 'transports' options is not supported");t.transportImplementations||!((r=t.transports)===null||r===void 0)&&r.length&&typeof t.transports[0]=="function"?(this.transports=[],this._transportsByName=Object.create(null),((i=t.transportImplementations)!==null&&i!==void 0?i:t.transports).forEach(n=>{let o=n.prototype.name;this.transports.push(o),this._transportsByName[o]=n})):(this.transports=t.transports?[...t.transports]:["polling","websocket","webtransport"],this._transportsByName=Pt),this.opts=Object.assign({path:"/engine.io",agent:!1,withCredentials:!1,upgrade:!0,timestampParam:"t",rememberUpgrade:!1,addTrailingSlash:!0,rejectUnauthorized:!0,perMessageDeflate:{threshold:1024},transportOptions:{},closeOnBeforeunload:!1},t),this.opts.path=this.opts.path.replace(/\/$/,"")+(this.opts.addTrailingSlash?"/":""),typeof this.opts.query=="string"&&(this.opts.query=Gr(this.opts.query)),Mt&&(this.opts.closeOnBeforeunload&&(this._beforeunloadEventListener=()=>{this.transport&&(this.transport.removeAllListeners(),this.transport.close())},addEventListener("beforeunload",this._beforeunloadEventListener,!1)),this.hostname!=="localhost"&&(this._offlineEventListener=()=>{this._onClose("transport close",{description:"network connection lost"})},at.push(this._offlineEventListener))),this.opts.withCredentials&&(this._cookieJar=void 0),this._open()}createTransport(e){let t=Object.assign({},this.opts.query);t.EIO=Tt,t.transport=e,this.id&&(t.sid=this.id);let r=Object.assign({},this.opts,{query:t,socket:this,hostname:this.hostname,secure:this.secure,port:this.port},this.opts.transportOptions[e]);return new this._transportsByName[e](r)}_open(){if(this.transports.length===0){this.setTimeoutFn(()=>{this.emitReserved("error","No transports available")},0);return}let e=this.opts.rememberUpgrade&&s.priorWebsocketSuccess&&this.transports.indexOf("websocket")!==-1?"websocket":this.transports[0];this.readyState="opening";let t=this.createTransport(e);t.open(),this.setTransport(t)}setTransport(e){this.transport&&this.transport.removeAllListeners(),this.transport=e,e.on("drain",this._onDrain.bind(this)).on("packet",this._onPacket.bind(this)).on("error",this._onError.bind(this)).on("close",t=>this._onClose("transport close",t))}_probe(e){let t=this.createTransport(e),r=!1;s.priorWebsocketSuccess=!1;let i=()=>{r||(t.send([{type:"ping",data:"probe"}]),t.once("packet",d=>{if(!r)if(d.type==="pong"&&d.data==="probe"){if(this.upgrading=!0,this.emitReserved("upgrading",t),!t)return;s.priorWebsocketSuccess=t.name==="websocket",this.transport.pause(()=>{r||this.readyState!=="closed"&&(y(),this.setTransport(t),t.send([{type:"upgrade"}]),this.emitReserved("upgrade",t),t=null,this.upgrading=!1,this.flush())})}else{let v=new Error("probe error");v.transport=t.name,this.emitReserved("upgradeError",v)}}))};function n(){r||(r=!0,y(),t.close(),t=null)}let o=d=>{let v=new Error("probe error: "+d);v.transport=t.name,n(),this.emitReserved("upgradeError",v)};function l(){o("transport closed")}function a(){o("socket closed")}function f(d){t&&d.name!==t.name&&n()}let y=()=>{t.removeListener("open",i),t.removeListener("error",o),t.removeListener("close",l),this.off("close",a),this.off("upgrading",f)};t.once("open",i),t.once("error",o),t.once("close",l),this.once("close",a),this.once("upgrading",f),this._upgrades.indexOf("webtransport")!==-1&&e!=="webtransport"?this.setTimeoutFn(()=>{r||t.open()},200):t.open()}onOpen(){if(this.readyState="open",s.priorWebsocketSuccess=this.transport.name==="websocket",this.emitReserved("open"),this.flush(),this.readyState==="open"&&this.opts.upgrade)for(let e=0;e<this._upgrades.length;e++)this._probe(this._upgrades[e])}_onPacket(e){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing")switch(this.emitReserved("packet",e),this.emitReserved("heartbeat"),e.type){case"open":this.onHandshake(JSON.parse(e.data));break;case"ping":this._sendPacket("pong"),this.emitReserved("ping"),this.emitReserved("pong"),this._resetPingTimeout();break;case"error":let t=new Error("server error");t.code=e.data,this._onError(t);break;case"message":this.emitReserved("data",e.data),this.emitReserved("message",e.data);break}}onHandshake(e){this.emitReserved("handshake",e),this.id=e.sid,this.transport.query.sid=e.sid,this._upgrades=this._filterUpgrades(e.upgrades),this._pingInterval=e.pingInterval,this._pingTimeout=e.pingTimeout,this._maxPayload=e.maxPayload,this.onOpen(),this.readyState!=="closed"&&this._resetPingTimeout()}_resetPingTimeout(){this.clearTimeoutFn(this._pingTimeoutTimer);let e=this._pingInterval+this._pingTimeout;this._pingTimeoutTime=Date.now()+e,this._pingTimeoutTimer=this.setTimeoutFn(()=>{this._onClose("ping timeout")},e),this.opts.autoUnref&&this._pingTimeoutTimer.unref()}_onDrain(){this.writeBuffer.splice(0,this._prevBufferLen),this._prevBufferLen=0,this.writeBuffer.length===0?this.emitReserved("drain"):this.flush()}flush(){if(this.readyState!=="closed"&&this.transport.writable&&!this.upgrading&&this.writeBuffer.length){let e=this._getWritablePackets();this.transport.send(e),this._prevBufferLen=e.length,this.emitReserved("flush")}}_getWritablePackets(){if(!(this._maxPayload&&this.transport.name==="polling"&&this.writeBuffer.length>1))return this.writeBuffer;let t=1;for(let r=0;r<this.writeBuffer.length;r++){let i=this.writeBuffer[r].data;if(i&&(t+=Jr(i)),r>0&&t>this._maxPayload)return this.writeBuffer.slice(0,r);t+=2}return this.writeBuffer}_hasPingExpired(){if(!this._pingTimeoutTime)return!0;let e=Date.now()>this._pingTimeoutTime;return e&&(this._pingTimeoutTime=0,z(()=>{this._onClose("ping timeout")},this.setTimeoutFn)),e}write(e,t,r){return this._sendPacket("message",e,t,r),this}send(e,t,r){return this._sendPacket("message",e,t,r),this}_sendPacket(e,t,r,i){if(typeof t=="function"&&(i=t,t=void 0),typeof r=="function"&&(i=r,r=null),this.readyState==="closing"||this.readyState==="closed")return;r=r||{},r.compress=r.compress!==!1;let n={type:e,data:t,options:r};this.emitReserved("packetCreate",n),this.writeBuffer.push(n),i&&this.once("flush",i),this.flush()}close(){let e=()=>{this._onClose("forced close"),this.transport.close()},t=()=>{this.off("upgrade",t),this.off("upgradeError",t),e()},r=()=>{this.once("upgrade",t),this.once("upgradeError",t)};return(this.readyState==="opening"||this.readyState==="open")&&(this.readyState="closing",this.writeBuffer.length?this.once("drain",()=>{this.upgrading?r():e()}):this.upgrading?r():e()),this}_onError(e){if(s.priorWebsocketSuccess=!1,this.opts.tryAllTransports&&this.transports.length>1&&this.readyState==="opening")return this.transports.shift(),this._open();this.emitReserved("error",e),this._onClose("transport error",e)}_onClose(e,t){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing"){if(this.clearTimeoutFn(this._pingTimeoutTimer),this.transport.removeAllListeners("close"),this.transport.close(),this.transport.removeAllListeners(),Mt&&(this._beforeunloadEventListener&&removeEventListener("beforeunload",this._beforeunloadEventListener,!1),this._offlineEventListener)){let r=at.indexOf(this._offlineEventListener);r!==-1&&at.splice(r,1)}this.readyState="closed",this.id=null,this.emitReserved("close",e,t),this.writeBuffer=[],this._prevBufferLen=0}}_filterUpgrades(e){let t=[];for(let r=0;r<e.length;r++)~this.transports.indexOf(e[r])&&t.push(e[r]);return t}};ie.protocol=Tt;var Rl=ie.protocol;function ss(s,e="",t){let r=s;t=t||typeof location<"u"&&location,s==null&&(s=t.protocol+"//"+t.host),typeof s=="string"&&(s.charAt(0)==="/"&&(s.charAt(1)==="/"?s=t.protocol+s:s=t.host+s),/^(https?|wss?):\/\//.test(s)||(typeof t<"u"?s=t.protocol+"//"+s:s="https://"+s),r=pe(s)),r.port||(/^(http|ws)$/.test(r.protocol)?r.port="80":/^(http|ws)s$/.test(r.protocol)&&(r.port="443")),r.path=r.path||"/";let n=r.host.indexOf(":")!==-1?"["+r.host+"]":r.host;return r.id=r.protocol+"://"+n+":"+r.port+e,r.href=r.protocol+"://"+n+(t&&t.port===r.port?"":":"+r.port),r}var Ut={};vs(Ut,{Decoder:()=>It,Encoder:()=>qt,PacketType:()=>m,isPacketValid:()=>fi,protocol:()=>ls});var ai=typeof ArrayBuffer=="function",li=s=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(s):s.buffer instanceof ArrayBuffer,is=Object.prototype.toString,ci=typeof Blob=="function"||typeof Blob<"u"&&is.call(Blob)==="[object BlobConstructor]",pi=typeof File=="function"||typeof File<"u"&&is.call(File)==="[object FileConstructor]";function Re(s){return ai&&(s instanceof ArrayBuffer||li(s))||ci&&s instanceof Blob||pi&&s instanceof File}function Te(s,e){if(!s||typeof s!="object")return!1;if(Array.isArray(s)){for(let t=0,r=s.length;t<r;t++)if(Te(s[t]))return!0;return!1}if(Re(s))return!0;if(s.toJSON&&typeof s.toJSON=="function"&&arguments.length===1)return Te(s.toJSON(),!0);for(let t in s)if(Object.prototype.hasOwnProperty.call(s,t)&&Te(s[t]))return!0;return!1}function ns(s){let e=[],t=s.data,r=s;return r.data=lt(t,e),r.attachments=e.length,{packet:r,buffers:e}}function lt(s,e,t){if(!s)return s;if(Re(s)){let r={_placeholder:!0,num:e.length};return e.push(s),r}else if(Array.isArray(s)){let r=new Array(s.length);for(let i=0;i<s.length;i++)r[i]=lt(s[i],e);return r}else if(typeof s=="object"&&!(s instanceof Date)){if(s.toJSON&&typeof s.toJSON=="function"&&!t)return lt(s.toJSON(),e,!0);let r={};for(let i in s)Object.prototype.hasOwnProperty.call(s,i)&&(r[i]=lt(s[i],e));return r}return s}function os(s,e){return s.data=Lt(s.data,e),delete s.attachments,s}function Lt(s,e){if(!s)return s;if(s&&s._placeholder===!0){if(typeof s.num=="number"&&s.num>=0&&s.num<e.length)return e[s.num];throw new Error("illegal attachments")}else if(Array.isArray(s))for(let t=0;t<s.length;t++)s[t]=Lt(s[t],e);else if(typeof s=="object")for(let t in s)Object.prototype.hasOwnProperty.call(s,t)&&(s[t]=Lt(s[t],e));return s}var as=["connect","connect_error","disconnect","disconnecting","newListener","removeListener"],ls=5,m;(function(s){s[s.CONNECT=0]="CONNECT",s[s.DISCONNECT=1]="DISCONNECT",s[s.EVENT=2]="EVENT",s[s.ACK=3]="ACK",s[s.CONNECT_ERROR=4]="CONNECT_ERROR",s[s.BINARY_EVENT=5]="BINARY_EVENT",s[s.BINARY_ACK=6]="BINARY_ACK"})(m||(m={}));var qt=class{constructor(e){this.replacer=e}encode(e){return(e.type===m.EVENT||e.type===m.ACK)&&Te(e)?this.encodeAsBinary({type:e.type===m.EVENT?m.BINARY_EVENT:m.BINARY_ACK,nsp:e.nsp,data:e.data,id:e.id}):[this.encodeAsString(e)]}encodeAsString(e){let t=""+e.type;return(e.type===m.BINARY_EVENT||e.type===m.BINARY_ACK)&&(t+=e.attachments+"-"),e.nsp&&e.nsp!=="/"&&(t+=e.nsp+","),e.id!=null&&(t+=e.id),e.data!=null&&(t+=JSON.stringify(e.data,this.replacer)),t}encodeAsBinary(e){let t=ns(e),r=this.encodeAsString(t.packet),i=t.buffers;return i.unshift(r),i}},It=class s extends x{constructor(e){super(),this.opts=Object.assign({reviver:void 0,maxAttachments:10},typeof e=="function"?{reviver:e}:e)}add(e){let t;if(typeof e=="string"){if(this.reconstructor)throw new Error("got plaintext data when reconstructing a packet");t=this.decodeString(e);let r=t.type===m.BINARY_EVENT;r||t.type===m.BINARY_ACK?(t.type=r?m.EVENT:m.ACK,this.reconstructor=new Dt(t)):super.emitReserved("decoded",t)}else if(Re(e)||e.base64)if(this.reconstructor)t=this.reconstructor.takeBinaryData(e),t&&(this.reconstructor=null,super.emitReserved("decoded",t));else throw new Error("got binary data when not reconstructing a packet");else throw new Error("Unknown type: "+e)}decodeString(e){let t=0,r={type:Number(e.charAt(0))};if(m[r.type]===void 0)throw new Error("unknown packet type "+r.type);if(r.type===m.BINARY_EVENT||r.type===m.BINARY_ACK){let n=t+1;for(;e.charAt(++t)!=="-"&&t!=e.length;);let o=e.substring(n,t);if(o!=Number(o)||e.charAt(t)!=="-")throw new Error("Illegal attachments");let l=Number(o);if(!cs(l)||l<1)throw new Error("Illegal attachments");if(l>this.opts.maxAttachments)throw new Error("too many attachments");r.attachments=l}if(e.charAt(t+1)==="/"){let n=t+1;for(;++t&&!(e.charAt(t)===","||t===e.length););r.nsp=e.substring(n,t)}else r.nsp="/";let i=e.charAt(t+1);if(i!==""&&Number(i)==i){let n=t+1;for(;++t;){let o=e.charAt(t);if(o==null||Number(o)!=o){--t;break}if(t===e.length)break}r.id=Number(e.substring(n,t+1))}if(e.charAt(++t)){let n=this.tryParse(e.substr(t));if(s.isPayloadValid(r.type,n))r.data=n;else throw new Error("invalid payload")}return r}tryParse(e){try{return JSON.parse(e,this.opts.reviver)}catch{return!1}}static isPayloadValid(e,t){switch(e){case m.CONNECT:return ct(t);case m.DISCONNECT:return t===void 0;case m.CONNECT_ERROR:return typeof t=="string"||ct(t);case m.EVENT:case m.BINARY_EVENT:return Array.isArray(t)&&(typeof t[0]=="number"||typeof t[0]=="string"&&as.indexOf(t[0])===-1);case m.ACK:case m.BINARY_ACK:return Array.isArray(t)}}destroy(){this.reconstructor&&(this.reconstructor.finishedReconstruction(),this.reconstructor=null)}},Dt=class{constructor(e){this.packet=e,this.buffers=[],this.reconPack=e}takeBinaryData(e){if(this.buffers.push(e),this.buffers.length===this.reconPack.attachments){let t=os(this.reconPack,this.buffers);return this.finishedReconstruction(),t}return null}finishedReconstruction(){this.reconPack=null,this.buffers=[]}};function hi(s){return typeof s=="string"}var cs=Number.isInteger||function(s){return typeof s=="number"&&isFinite(s)&&Math.floor(s)===s};function di(s){return s===void 0||cs(s)}function ct(s){return Object.prototype.toString.call(s)==="[object Object]"}function ui(s,e){switch(s){case m.CONNECT:return e===void 0||ct(e);case m.DISCONNECT:return e===void 0;case m.EVENT:return Array.isArray(e)&&(typeof e[0]=="number"||typeof e[0]=="string"&&as.indexOf(e[0])===-1);case m.ACK:return Array.isArray(e);case m.CONNECT_ERROR:return typeof e=="string"||ct(e);default:return!1}}function fi(s){return hi(s.nsp)&&di(s.id)&&ui(s.type,s.data)}function P(s,e,t){return s.on(e,t),function(){s.off(e,t)}}var mi=Object.freeze({connect:1,connect_error:1,disconnect:1,disconnecting:1,newListener:1,removeListener:1}),he=class extends x{constructor(e,t,r){super(),this.connected=!1,this.recovered=!1,this.receiveBuffer=[],this.sendBuffer=[],this._queue=[],this._queueSeq=0,this.ids=0,this.acks={},this.flags={},this.io=e,this.nsp=t,r&&r.auth&&(this.auth=r.auth),this._opts=Object.assign({},r),this.io._autoConnect&&this.open()}get disconnected(){return!this.connected}subEvents(){if(this.subs)return;let e=this.io;this.subs=[P(e,"open",this.onopen.bind(this)),P(e,"packet",this.onpacket.bind(this)),P(e,"error",this.onerror.bind(this)),P(e,"close",this.onclose.bind(this))]}get active(){return!!this.subs}connect(){return this.connected?this:(this.subEvents(),this.io._reconnecting||this.io.open(),this.io._readyState==="open"&&this.onopen(),this)}open(){return this.connect()}send(...e){return e.unshift("message"),this.emit.apply(this,e),this}emit(e,...t){var r,i,n;if(mi.hasOwnProperty(e))throw new Error('"'+e.toString()+'" is a reserved event name');if(t.unshift(e),this._opts.retries&&!this.flags.fromQueue&&!this.flags.volatile)return this._addToQueue(t),this;let o={type:m.EVENT,data:t};if(o.options={},o.options.compress=this.flags.compress!==!1,typeof t[t.length-1]=="function"){let y=this.ids++,d=t.pop();this._registerAckCallback(y,d),o.id=y}let l=(i=(r=this.io.engine)===null||r===void 0?void 0:r.transport)===null||i===void 0?void 0:i.writable,a=this.connected&&!(!((n=this.io.engine)===null||n===void 0)&&n._hasPingExpired());return this.flags.volatile&&!l||(a?(this.notifyOutgoingListeners(o),this.packet(o)):this.sendBuffer.push(o)),this.flags={},this}_registerAckCallback(e,t){var r;let i=(r=this.flags.timeout)!==null&&r!==void 0?r:this._opts.ackTimeout;if(i===void 0){this.acks[e]=t;return}let n=this.io.setTimeoutFn(()=>{delete this.acks[e];for(let l=0;l<this.sendBuffer.length;l++)this.sendBuffer[l].id===e&&this.sendBuffer.splice(l,1);t.call(this,new Error("operation has timed out"))},i),o=(...l)=>{this.io.clearTimeoutFn(n),t.apply(this,l)};o.withError=!0,this.acks[e]=o}emitWithAck(e,...t){return new Promise((r,i)=>{let n=(o,l)=>o?i(o):r(l);n.withError=!0,t.push(n),this.emit(e,...t)})}_addToQueue(e){let t;typeof e[e.length-1]=="function"&&(t=e.pop());let r={id:this._queueSeq++,tryCount:0,pending:!1,args:e,flags:Object.assign({fromQueue:!0},this.flags)};e.push((i,...n)=>(this._queue[0],i!==null?r.tryCount>this._opts.retries&&(this._queue.shift(),t&&t(i)):(this._queue.shift(),t&&t(null,...n)),r.pending=!1,this._drainQueue())),this._queue.push(r),this._drainQueue()}_drainQueue(e=!1){if(!this.connected||this._queue.length===0)return;let t=this._queue[0];t.pending&&!e||(t.pending=!0,t.tryCount++,this.flags=t.flags,this.emit.apply(this,t.args))}packet(e){e.nsp=this.nsp,this.io._packet(e)}onopen(){typeof this.auth=="function"?this.auth(e=>{this._sendConnectPacket(e)}):this._sendConnectPacket(this.auth)}_sendConnectPacket(e){this.packet({type:m.CONNECT,data:this._pid?Object.assign({pid:this._pid,offset:this._lastOffset},e):e})}onerror(e){this.connected||this.emitReserved("connect_error",e)}onclose(e,t){this.connected=!1,delete this.id,this.emitReserved("disconnect",e,t),this._clearAcks()}_clearAcks(){Object.keys(this.acks).forEach(e=>{if(!this.sendBuffer.some(r=>String(r.id)===e)){let r=this.acks[e];delete this.acks[e],r.withError&&r.call(this,new Error("socket has been disconnected"))}})}onpacket(e){if(e.nsp===this.nsp)switch(e.type){case m.CONNECT:e.data&&e.data.sid?this.onconnect(e.data.sid,e.data.pid):this.emitReserved("connect_error",new Error("It seems you are trying to reach a Socket.IO server in v2.x with a v3.x client, but they are not compatible (more information here: https://socket.io/docs/v3/migrating-from-2-x-to-3-0/)"));break;case m.EVENT:case m.BINARY_EVENT:this.onevent(e);break;case m.ACK:case m.BINARY_ACK:this.onack(e);break;case m.DISCONNECT:this.ondisconnect();break;case m.CONNECT_ERROR:this.destroy();let r=new Error(e.data.message);r.data=e.data.data,this.emitReserved("connect_error",r);break}}onevent(e){let t=e.data||[];e.id!=null&&t.push(this.ack(e.id)),this.connected?this.emitEvent(t):this.receiveBuffer.push(Object.freeze(t))}emitEvent(e){if(this._anyListeners&&this._anyListeners.length){let t=this._anyListeners.slice();for(let r of t)r.apply(this,e)}super.emit.apply(this,e),this._pid&&e.length&&typeof e[e.length-1]=="string"&&(this._lastOffset=e[e.length-1])}ack(e){let t=this,r=!1;return function(...i){r||(r=!0,t.packet({type:m.ACK,id:e,data:i}))}}onack(e){let t=this.acks[e.id];typeof t=="function"&&(delete this.acks[e.id],t.withError&&e.data.unshift(null),t.apply(this,e.data))}onconnect(e,t){this.id=e,this.recovered=t&&this._pid===t,this._pid=t,this.connected=!0,this.emitBuffered(),this._drainQueue(!0),this.emitReserved("connect")}emitBuffered(){this.receiveBuffer.forEach(e=>this.emitEvent(e)),this.receiveBuffer=[],this.sendBuffer.forEach(e=>{this.notifyOutgoingListeners(e),this.packet(e)}),this.sendBuffer=[]}ondisconnect(){this.destroy(),this.onclose("io server disconnect")}destroy(){this.subs&&(this.subs.forEach(e=>e()),this.subs=void 0),this.io._destroy(this)}disconnect(){return this.connected&&this.packet({type:m.DISCONNECT}),this.destroy(),this.connected&&this.onclose("io client disconnect"),this}close(){return this.disconnect()}compress(e){return this.flags.compress=e,this}get volatile(){return this.flags.volatile=!0,this}timeout(e){return this.flags.timeout=e,this}onAny(e){return this._anyListeners=this._anyListeners||[],this._anyListeners.push(e),this}prependAny(e){return this._anyListeners=this._anyListeners||[],this._anyListeners.unshift(e),this}offAny(e){if(!this._anyListeners)return this;if(e){let t=this._anyListeners;for(let r=0;r<t.length;r++)if(e===t[r])return t.splice(r,1),this}else this._anyListeners=[];return this}listenersAny(){return this._anyListeners||[]}onAnyOutgoing(e){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.push(e),this}prependAnyOutgoing(e){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.unshift(e),this}offAnyOutgoing(e){if(!this._anyOutgoingListeners)return this;if(e){let t=this._anyOutgoingListeners;for(let r=0;r<t.length;r++)if(e===t[r])return t.splice(r,1),this}else this._anyOutgoingListeners=[];return this}listenersAnyOutgoing(){return this._anyOutgoingListeners||[]}notifyOutgoingListeners(e){if(this._anyOutgoingListeners&&this._anyOutgoingListeners.length){let t=this._anyOutgoingListeners.slice();for(let r of t)r.apply(this,e.data)}}};function ne(s){s=s||{},this.ms=s.min||100,this.max=s.max||1e4,this.factor=s.factor||2,this.jitter=s.jitter>0&&s.jitter<=1?s.jitter:0,this.attempts=0}ne.prototype.duration=function(){var s=this.ms*Math.pow(this.factor,this.attempts++);if(this.jitter){var e=Math.random(),t=Math.floor(e*this.jitter*s);s=(Math.floor(e*10)&1)==0?s-t:s+t}return Math.min(s,this.max)|0};ne.prototype.reset=function(){this.attempts=0};ne.prototype.setMin=function(s){this.ms=s};ne.prototype.setMax=function(s){this.max=s};ne.prototype.setJitter=function(s){this.jitter=s};var de=class extends x{constructor(e,t){var r;super(),this.nsps={},this.subs=[],e&&typeof e=="object"&&(t=e,e=void 0),t=t||{},t.path=t.path||"/socket.io",this.opts=t,V(this,t),this.reconnection(t.reconnection!==!1),this.reconnectionAttempts(t.reconnectionAttempts||1/0),this.reconnectionDelay(t.reconnectionDelay||1e3),this.reconnectionDelayMax(t.reconnectionDelayMax||5e3),this.randomizationFactor((r=t.randomizationFactor)!==null&&r!==void 0?r:.5),this.backoff=new ne({min:this.reconnectionDelay(),max:this.reconnectionDelayMax(),jitter:this.randomizationFactor()}),this.timeout(t.timeout==null?2e4:t.timeout),this._readyState="closed",this.uri=e;let i=t.parser||Ut;this.encoder=new i.Encoder,this.decoder=new i.Decoder,this._autoConnect=t.autoConnect!==!1,this._autoConnect&&this.open()}reconnection(e){return arguments.length?(this._reconnection=!!e,e||(this.skipReconnect=!0),this):this._reconnection}reconnectionAttempts(e){return e===void 0?this._reconnectionAttempts:(this._reconnectionAttempts=e,this)}reconnectionDelay(e){var t;return e===void 0?this._reconnectionDelay:(this._reconnectionDelay=e,(t=this.backoff)===null||t===void 0||t.setMin(e),this)}randomizationFactor(e){var t;return e===void 0?this._randomizationFactor:(this._randomizationFactor=e,(t=this.backoff)===null||t===void 0||t.setJitter(e),this)}reconnectionDelayMax(e){var t;return e===void 0?this._reconnectionDelayMax:(this._reconnectionDelayMax=e,(t=this.backoff)===null||t===void 0||t.setMax(e),this)}timeout(e){return arguments.length?(this._timeout=e,this):this._timeout}maybeReconnectOnOpen(){!this._reconnecting&&this._reconnection&&this.backoff.attempts===0&&this.reconnect()}open(e){if(~this._readyState.indexOf("open"))return this;this.engine=new ie(this.uri,this.opts);let t=this.engine,r=this;this._readyState="opening",this.skipReconnect=!1;let i=P(t,"open",function(){r.onopen(),e&&e()}),n=l=>{this.cleanup(),this._readyState="closed",this.emitReserved("error",l),e?e(l):this.maybeReconnectOnOpen()},o=P(t,"error",n);if(this._timeout!==!1){let l=this._timeout,a=this.setTimeoutFn(()=>{i(),n(new Error("timeout")),t.close()},l);this.opts.autoUnref&&a.unref(),this.subs.push(()=>{this.clearTimeoutFn(a)})}return this.subs.push(i),this.subs.push(o),this}connect(e){return this.open(e)}onopen(){this.cleanup(),this._readyState="open",this.emitReserved("open");let e=this.engine;this.subs.push(P(e,"ping",this.onping.bind(this)),P(e,"data",this.ondata.bind(this)),P(e,"error",this.onerror.bind(this)),P(e,"close",this.onclose.bind(this)),P(this.decoder,"decoded",this.ondecoded.bind(this)))}onping(){this.emitReserved("ping")}ondata(e){try{this.decoder.add(e)}catch(t){this.onclose("parse error",t)}}ondecoded(e){z(()=>{this.emitReserved("packet",e)},this.setTimeoutFn)}onerror(e){this.emitReserved("error",e)}socket(e,t){let r=this.nsps[e];return r?this._autoConnect&&!r.active&&r.connect():(r=new he(this,e,t),this.nsps[e]=r),r}_destroy(e){let t=Object.keys(this.nsps);for(let r of t)if(this.nsps[r].active)return;this._close()}_packet(e){let t=this.encoder.encode(e);for(let r=0;r<t.length;r++)this.engine.write(t[r],e.options)}cleanup(){this.subs.forEach(e=>e()),this.subs.length=0,this.decoder.destroy()}_close(){this.skipReconnect=!0,this._reconnecting=!1,this.onclose("forced close")}disconnect(){return this._close()}onclose(e,t){var r;this.cleanup(),(r=this.engine)===null||r===void 0||r.close(),this.backoff.reset(),this._readyState="closed",this.emitReserved("close",e,t),this._reconnection&&!this.skipReconnect&&this.reconnect()}reconnect(){if(this._reconnecting||this.skipReconnect)return this;let e=this;if(this.backoff.attempts>=this._reconnectionAttempts)this.backoff.reset(),this.emitReserved("reconnect_failed"),this._reconnecting=!1;else{let t=this.backoff.duration();this._reconnecting=!0;let r=this.setTimeoutFn(()=>{e.skipReconnect||(this.emitReserved("reconnect_attempt",e.backoff.attempts),!e.skipReconnect&&e.open(i=>{i?(e._reconnecting=!1,e.reconnect(),this.emitReserved("reconnect_error",i)):e.onreconnect()}))},t);this.opts.autoUnref&&r.unref(),this.subs.push(()=>{this.clearTimeoutFn(r)})}}onreconnect(){let e=this.backoff.attempts;this._reconnecting=!1,this.backoff.reset(),this.emitReserved("reconnect",e)}};var Oe={};function Ne(s,e){typeof s=="object"&&(e=s,s=void 0),e=e||{};let t=ss(s,e.path||"/socket.io"),r=t.source,i=t.id,n=t.path,o=Oe[i]&&n in Oe[i].nsps,l=e.forceNew||e["force new connection"]||e.multiplex===!1||o,a;return l?a=new de(r,e):(Oe[i]||(Oe[i]=new de(r,e)),a=Oe[i]),t.query&&!e.query&&(e.query=t.queryKey),a.socket(t.path,e)}Object.assign(Ne,{Manager:de,Socket:he,io:Ne,connect:Ne});var gi="/bureau/api/session",yi=8e3,pt=class extends Error{};async function ht(){let s=await Ht("GET");return s.ok?ds(s):null}async function ps(s,e){let t=await Ht("POST",{login:s,password:e}).catch(()=>{throw new pt(p.unreachable)});if(t.ok)return ds(t);let{error:r}=await t.json().catch(()=>({}));throw new pt(r??p.unreachable)}async function hs(){await Ht("DELETE")}async function Ht(s,e){return fetch(gi,{method:s,signal:AbortSignal.timeout(yi),...e===void 0?{}:{body:JSON.stringify(e),headers:{"Content-Type":"application/json"}}})}async function ds(s){let{agent:e}=await s.json();return e}var Bt=1e4,vi=1e4,bi=5e3,dt=class{constructor(e){this.socket=Ne("/bureau",{autoConnect:!1,transports:["websocket","polling"],tryAllTransports:!0,reconnectionDelayMax:vi});this.closed=!1;this.options=e;let{onEvent:t}=e;this.socket.on("queue",({cases:r})=>t({type:"queue",cases:r})),this.socket.on("conversation",r=>t({type:"conversation",conversation:r})),this.socket.on("message",r=>t({type:"message",message:r})),this.socket.on("disconnect",()=>{t({type:"disconnected"}),this.checkSession()}),this.socket.on("connect_error",()=>{t({type:"disconnected"}),this.checkSession()})}open(){this.socket.connect()}close(){this.closed=!0,clearTimeout(this.retryTimer),this.socket.off(),this.socket.disconnect()}async command(e,t){return this.socket.timeout(Bt).emitWithAck(e,{case_id:t})}async openValue(e,t,r){return this.socket.timeout(Bt).emitWithAck("open_value",{case_id:e,seq:t,mask:r})}async write(e,t,r){return this.socket.timeout(Bt).emitWithAck("write",{case_id:t,id:e,text:r})}async checkSession(){if(this.socket.active)return;let e=await ht().catch(()=>{});this.closed||(e===null?this.options.onSignedOut():this.retryTimer=setTimeout(()=>this.socket.connect(),bi))}};var xi=15e3,R=class extends _{constructor(){super(...arguments);this.connection=new dt({onEvent:t=>this.handleEvent(t),onSignedOut:()=>this.dispatchEvent(new CustomEvent("bureau-signed-out"))});this.outbox=new Fe({deliver:(t,{caseId:r,text:i})=>this.connection.write(t,r,i),onChange:()=>this.outgoing=this.outbox.entries,onRefused:t=>this.announcer?.announce(k.notSent(t))});this.desk=Or;this.outgoing=[];this.error=null;this.opened=new Map;this.now=Date.now()}connectedCallback(){super.connectedCallback(),this.connection.open(),this.clock=setInterval(()=>this.now=Date.now(),xi)}disconnectedCallback(){super.disconnectedCallback(),this.connection.close(),this.announcer?.stop(),clearInterval(this.clock)}firstUpdated(){this.announcer=new je([this.announcerA,this.announcerB],"agent")}updated(t){t.has("desk")&&(document.title=p.title(tt(this.desk.cases??[]).waiting.length))}handleEvent(t){let r=this.desk;switch(this.desk=At(r,t),this.announcer?.announce(...Pr(r,this.desk)),t.type){case"queue":this.follow(r);break;case"conversation":for(let{id:i}of t.conversation.messages)this.outbox.remove(i);break;case"message":this.outbox.remove(t.message.message.id);break;case"disconnected":this.outbox.pause(),r.connected&&this.announcer?.announce(p.disconnected);break}}follow(t){let r=!t.connected;for(let{id:i,mine:n}of this.desk.cases??[])(n||i===this.desk.shown?.id)&&(r||!(i in this.desk.transcripts))&&this.ask("open",i);r&&(this.outbox.resume(),t.cases&&this.announcer?.announce(p.reconnected))}handleShow(t){this.show(t.detail),this.updateComplete.then(()=>this.caseElement?.focus())}handleBack(){let t=this.desk.shown;this.show(null),this.updateComplete.then(()=>this.queue.focusCase(t?.id))}handleSend(t){this.desk.shown&&this.outbox.add({caseId:this.desk.shown.id,text:t.detail})}async handleCommand({detail:t}){let{shown:r}=this.desk;r&&(this.error=await this.ask(t,r.id),!(this.error||this.desk.shown?.id!==r.id)&&(t==="take"?(await this.updateComplete,this.caseElement?.focus()):this.handleBack()))}async handleOpenValue({detail:t}){let{shown:r}=this.desk;if(r){this.error=null;try{let i=await this.connection.openValue(r.id,t.seq,t.mask);if(this.desk.shown?.id!==r.id)return;i.ok?this.opened=new Map([...this.opened,[et(t),i.value]]):this.error=i.error}catch{this.error=p.unreachable}}}handleHideValue({detail:t}){this.opened=new Map([...this.opened].filter(([r])=>r!==et(t)))}show(t){this.error=null,this.opened=new Map,this.desk=At(this.desk,{type:"shown",case:t}),t&&this.ask("open",t.id).then(r=>this.error=r)}async ask(t,r){try{let i=await this.connection.command(t,r);return i.ok?null:i.error}catch{return p.unreachable}}pending(t){return this.outgoing.filter(({content:r})=>r.caseId===t.id).map(({id:r,status:i,error:n,content:o})=>({id:r,text:o.text,editable:!0,waiting:i==="queued"&&!this.desk.connected,error:n??null}))}render(){let{cases:t,shown:r,unread:i,connected:n}=this.desk;return c`
      <main>
        ${t&&!n?c`<p class="banner">${p.disconnected}</p>`:u}
        <div role="alert">${this.error?c`<p class="error">${this.error}</p>`:u}</div>
        <div class=${r?"columns case-shown":"columns"}>
          <nav aria-label=${p.queue}>
            ${t?c`<bureau-queue
                    .cases=${t}
                    .shown=${r}
                    .unread=${i}
                    .now=${this.now}
                    @bureau-show=${this.handleShow}
                  ></bureau-queue>`:c`<p class="empty">${p.connecting}</p>`}
          </nav>
          ${r?this.renderCase(r):c`<p class="empty">${p.nothingShown}</p>`}
        </div>
      </main>
      <div class="announcer-a visually-hidden" aria-live="polite"></div>
      <div class="announcer-b visually-hidden" aria-live="polite"></div>
    `}renderCase(t){return c`<bureau-case
      .case=${t}
      .messages=${this.desk.transcripts[t.id]??[]}
      .pending=${this.pending(t)}
      .opened=${this.opened}
      .left=${!Nr(this.desk)}
      @bureau-command=${this.handleCommand}
      @bureau-open=${this.handleOpenValue}
      @bureau-hide=${this.handleHideValue}
      @bureau-back=${this.handleBack}
      @portail-send=${this.handleSend}
      @portail-retry=${r=>this.outbox.retry(r.detail.id)}
      @portail-withdraw=${r=>this.outbox.remove(r.detail.id)}
    ></bureau-case>`}};R.styles=[C,Cr],h([A("bureau-queue")],R.prototype,"queue",2),h([A("bureau-case")],R.prototype,"caseElement",2),h([A(".announcer-a")],R.prototype,"announcerA",2),h([A(".announcer-b")],R.prototype,"announcerB",2),h([S()],R.prototype,"desk",2),h([S()],R.prototype,"outgoing",2),h([S()],R.prototype,"error",2),h([S()],R.prototype,"opened",2),h([S()],R.prototype,"now",2),h([g({attribute:!1})],R.prototype,"agent",2),R=h([$("bureau-desk")],R);var us=w`
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
`;var fs=[{path:"/bureau",name:p.pages.desk,roles:["agent","supervisor"]},{path:"/bureau/equipe",name:p.pages.team,roles:["supervisor"]},{path:"/bureau/gestion",name:p.pages.figures,roles:["supervisor","manager"]},{path:"/bureau/incompris",name:p.pages.inbox,roles:["supervisor","manager"]}],ue=class extends _{render(){let e=fs.filter(({roles:i})=>i.includes(this.agent.role)),t=fs.find(({path:i})=>i===location.pathname),r=e.filter(i=>i!==t);return c`
      <header>
        <span class="mark">${Je}</span>
        <h1>${t?.name??p.product}</h1>
        <nav aria-label=${p.pages.label}>
          ${r.map(({path:i,name:n})=>c`<a href=${i} target="_blank" rel="noopener"
                >${n}<span class="visually-hidden"> ${p.pages.newTab}</span></a
              >`)}
        </nav>
        <slot></slot>
        <span class="agent">${this.agent.name}</span>
        <button
          type="button"
          @click=${()=>this.dispatchEvent(new CustomEvent("bureau-sign-out"))}
        >
          ${p.signOut}
        </button>
      </header>
    `}};ue.styles=[C,w`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
        padding: 8px 20px;
        border-block-end: 1px solid var(--portail-line);
        background: var(--portail-surface);
      }

      .mark {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 10px;
        background: var(--portail-accent);
        color: var(--portail-on-accent);
      }

      h1 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
      }

      nav {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-inline-start: 12px;
      }

      a {
        padding-block: 8px;
        font-weight: 500;
      }

      .agent {
        min-inline-size: 0;
        overflow: hidden;
        color: var(--portail-text-quiet);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (max-width: 50em) {
        header {
          padding-inline: 12px;
        }

        .mark {
          display: none;
        }
      }
    `],h([g({attribute:!1})],ue.prototype,"agent",2),ue=h([$("bureau-header")],ue);var ms=w`
  main {
    display: grid;
    place-items: center;
    min-block-size: 100dvh;
    padding: 24px 16px;
  }

  form {
    display: flex;
    flex-direction: column;
    inline-size: min(380px, 100%);
    padding: 32px 28px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: 16px;
    border-radius: 14px;
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  h1 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
  }

  .subtitle {
    margin: 4px 0 12px;
    color: var(--portail-text-quiet);
  }

  .error {
    margin: 8px 0 0;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  label {
    margin-block: 16px 6px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input {
    min-block-size: 48px;
    padding: 8px 14px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  button {
    min-block-size: 48px;
    margin-block-start: 24px;
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;var D=class extends _{constructor(){super(...arguments);this.error=null;this.busy=!1;this.notice=null}firstUpdated(){document.title=p.product,this.login.focus()}async handleSubmit(t){if(t.preventDefault(),this.busy)return;let r=this.login.value.trim(),i=this.password.value;if(!r||!i){this.error=p.signInIncomplete,(r?this.password:this.login).focus();return}this.busy=!0,this.error=null;try{let n=await ps(r,i);this.dispatchEvent(new CustomEvent("bureau-signed-in",{detail:n}))}catch(n){this.error=n.message,this.password.select()}finally{this.busy=!1}}render(){let t=this.error??this.notice;return c`
      <main>
        <form novalidate @submit=${this.handleSubmit}>
          <span class="mark">${Je}</span>
          <h1>${p.signInTitle}</h1>
          <p class="subtitle">${p.subtitle}</p>
          <div role="alert">${t?c`<p class="error">${t}</p>`:u}</div>
          <label for="login">${p.login}</label>
          <input
            id="login"
            name="login"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
          />
          <label for="password">${p.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
          <button class="primary" type="submit">
            ${this.busy?p.signingIn:p.signIn}
          </button>
        </form>
      </main>
    `}};D.styles=[C,ms],h([A("[name=login]")],D.prototype,"login",2),h([A("[name=password]")],D.prototype,"password",2),h([S()],D.prototype,"error",2),h([S()],D.prototype,"busy",2),h([g({attribute:!1})],D.prototype,"notice",2),D=h([$("bureau-sign-in")],D);var zt=w`
  html {
    color-scheme: light dark;
  }

  body {
    margin: 0;
  }
`,gs=w`
  /* As high as the window: a content that is higher scrolls within itself. */
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    background: var(--portail-surface-sunken);
  }

  .notice {
    margin: 0;
    padding: 10px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }
`;var G=class extends _{constructor(){super(...arguments);this.notice=null;this.content=""}connectedCallback(){super.connectedCallback(),zt.styleSheet&&document.adoptedStyleSheets.push(zt.styleSheet),ht().catch(()=>null).then(t=>this.agent=t)}handleSignedIn(t){this.agent=t.detail,this.notice=null}async handleSignOut(){try{await hs(),this.agent=null,this.notice=null}catch{this.notice=p.unreachable}}handleSignedOut(){this.agent=null,this.notice=p.sessionEnded}contentFor(t){return this.made?.agent!==t&&(this.made=Object.assign(document.createElement(this.content),{agent:t}),this.made.addEventListener("bureau-signed-out",()=>this.handleSignedOut())),this.made}render(){return this.agent===void 0?u:this.agent===null?c`<bureau-sign-in
        .notice=${this.notice}
        @bureau-signed-in=${this.handleSignedIn}
      ></bureau-sign-in>`:c`
      <bureau-header .agent=${this.agent} @bureau-sign-out=${this.handleSignOut}></bureau-header>
      <div role="alert">${this.notice?c`<p class="notice">${this.notice}</p>`:u}</div>
      ${this.contentFor(this.agent)}
    `}};G.styles=[us,gs],h([S()],G.prototype,"agent",2),h([S()],G.prototype,"notice",2),h([g()],G.prototype,"content",2),G=h([$("bureau-page")],G);})();
