package io.closeout.register.web.assets;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.policy.Criticality;
import io.closeout.register.Asset;
import io.closeout.register.AssetChange;
import io.closeout.register.AssetFilter;
import io.closeout.register.AssetSummary;
import io.closeout.register.Assets;
import io.closeout.register.ItemSearch;
import io.closeout.shared.PageRequest;
import io.closeout.web.AssetPanel;
import io.closeout.web.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything that the page of an asset shows. */
@Component
class AssetPage {

    private static final List<EvidenceKind> KINDS = List.of(
            EvidenceKind.CHANGE_RECORD, EvidenceKind.SCREENSHOT, EvidenceKind.EMAIL_APPROVAL, EvidenceKind.OTHER);

    private final Assets assets;
    private final ItemSearch items;
    private final EvidenceLocker evidence;
    private final People people;
    private final CurrentActor currentActor;
    private final ObjectProvider<AssetPanel> panels;

    AssetPage(
            Assets assets,
            ItemSearch items,
            EvidenceLocker evidence,
            People people,
            CurrentActor currentActor,
            ObjectProvider<AssetPanel> panels) {
        this.assets = assets;
        this.items = items;
        this.evidence = evidence;
        this.people = people;
        this.currentActor = currentActor;
        this.panels = panels;
    }

    String show(Asset asset, AssetForm form, Model model) {
        Person viewer = currentActor.person().orElseThrow();
        model.addAttribute("asset", asset);
        model.addAttribute("form", form);
        model.addAttribute("identifiers", assets.identifiers(asset.id()));
        model.addAttribute("items", items.on(List.of(asset.id())));
        model.addAttribute("evidence", evidence.of(asset.subject()));
        model.addAttribute("people", people.all().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("criticalities", criticalities());
        model.addAttribute("groups", ownerGroups());
        model.addAttribute(
                "kinds",
                KINDS.stream()
                        .map(kind -> new Option(kind.name(), kind.label()))
                        .toList());
        model.addAttribute("viewer", viewer);
        model.addAttribute("mayEdit", asset.state().isInUse() && mayEdit(viewer));
        model.addAttribute("mayDecide", viewer.groups().contains(Group.ISSM));
        model.addAttribute("mergeTargets", asset.state() == Asset.State.ACTIVE ? others(asset) : List.of());
        model.addAttribute(
                "panels",
                panels.stream()
                        .sorted(Comparator.comparingInt(AssetPanel::order))
                        .map(panel -> panel.panel(asset.id(), viewer))
                        .toList());
        return "assets/asset";
    }

    static boolean mayEdit(Person viewer) {
        return viewer.groups().contains(Group.ISSM) || viewer.groups().contains(Group.REMEDIATOR);
    }

    static List<Option> criticalities() {
        return Arrays.stream(Criticality.values())
                .map(each -> new Option(each.name(), each.label()))
                .toList();
    }

    private static List<Option> ownerGroups() {
        return AssetChange.OWNERS.stream()
                .map(group -> new Option(group.id(), group.label()))
                .toList();
    }

    private List<Option> others(Asset asset) {
        AssetFilter sameScope = new AssetFilter(null, asset.scopeId(), null, true);
        return assets.find(sameScope, new PageRequest(0, PageRequest.LARGEST, "name")).items().stream()
                .filter(other -> other.id() != asset.id() && other.state() == Asset.State.ACTIVE)
                .map(AssetPage::option)
                .toList();
    }

    private static Option option(AssetSummary asset) {
        return new Option(String.valueOf(asset.id()), asset.name() + " (" + asset.id() + ")");
    }
}
