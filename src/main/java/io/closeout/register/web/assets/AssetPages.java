package io.closeout.register.web.assets;

import io.closeout.access.CurrentActor;
import io.closeout.policy.Criticality;
import io.closeout.register.Asset;
import io.closeout.register.AssetFilter;
import io.closeout.register.AssetMerge;
import io.closeout.register.AssetRetirement;
import io.closeout.register.Assets;
import io.closeout.register.Scopes;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of assets, and one asset with what people may do with it. */
@Controller
@RequestMapping("/assets")
class AssetPages {

    private static final int LINES = 50;

    private final Assets assets;
    private final AssetMerge merge;
    private final AssetRetirement retirement;
    private final AssetPage page;
    private final Scopes scopes;
    private final CurrentActor currentActor;

    AssetPages(
            Assets assets,
            AssetMerge merge,
            AssetRetirement retirement,
            AssetPage page,
            Scopes scopes,
            CurrentActor currentActor) {
        this.assets = assets;
        this.merge = merge;
        this.retirement = retirement;
        this.page = page;
        this.scopes = scopes;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable Criticality criticality,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(name = "page", defaultValue = "0") int number,
            @RequestParam(defaultValue = "name") String sort,
            Model model) {
        AssetFilter filter = new AssetFilter(q, scope, criticality, !all);
        model.addAttribute("assets", assets.find(filter, new PageRequest(number, LINES, sort)));
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", !filter.equals(new AssetFilter(null, null, null, !all)));
        model.addAttribute("sort", sort);
        model.addAttribute("criticalities", AssetPage.criticalities());
        model.addAttribute(
                "scopes",
                scopes.all().stream()
                        .map(each -> new Option(each.id(), each.name()))
                        .toList());
        model.addAttribute(
                "mayEdit", currentActor.person().filter(AssetPage::mayEdit).isPresent());
        return "assets/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        Asset asset = assets.get(id);
        return page.show(asset, AssetForm.of(asset), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") AssetForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!Forms.accepted(
                errors, () -> assets.change(id, form.seenVersion(), form.change(), currentActor.get("page")))) {
            return page.show(assets.get(id), form, model);
        }
        Flash.done(redirect, "asset.changed");
        return "redirect:/assets/" + id;
    }

    @PostMapping("/{id}/merge")
    String merge(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long into,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return done(redirect, id, "asset.merged", () -> {
            if (into == null) {
                throw Refused.because("Choose the asset that remains.");
            }
            merge.merge(id, into, version, currentActor.get("page"));
        });
    }

    @PostMapping("/{id}/retirement")
    String askRetirement(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return done(
                redirect,
                id,
                "asset.retirement.asked",
                () -> retirement.ask(id, version, reason, currentActor.get("page")));
    }

    @PostMapping("/{id}/retirement/confirm")
    String confirmRetirement(@PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        return done(
                redirect,
                id,
                "asset.retirement.confirmed",
                () -> retirement.confirm(id, version, currentActor.get("page")));
    }

    @PostMapping("/{id}/retirement/drop")
    String dropRetirement(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return done(
                redirect,
                id,
                "asset.retirement.dropped",
                () -> retirement.drop(id, version, reason, currentActor.get("page")));
    }

    private static String done(RedirectAttributes redirect, long id, String code, Runnable action) {
        try {
            action.run();
            Flash.done(redirect, code);
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        return "redirect:/assets/" + id;
    }
}
